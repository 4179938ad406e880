import { createSignal, Index, type JSX, Show } from 'solid-js';
import type { AheadWarning } from '../../../shared/domain/rules/look-ahead.ts';
import { numberOf } from '../../../shared/domain/selectors.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Due, SpeakerOf } from '../look-ahead/ahead-line.tsx';
import { chairSentence, nothingWords } from '../look-ahead/warning-words.ts';
import { useChair } from './chair-context.tsx';
import { scrollsByItself } from './scrolls-by-itself.ts';

/**
 * What the booths have to prepare for those still to speak: the nearest in a line that is always there, all of them in a
 * list that opens over the page, so that nothing moves.
 */
export function LookAheadPanel(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const [open, setOpen] = createSignal(false);
  const isShown = (): boolean => open() && chair.ahead().length > 0;
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false);
  };
  return (
    <div class="chair-ahead" on:keydown={closeByKey}>
      <Button
        class="chair-ahead-open"
        action="lookAhead"
        hotkey="N"
        label={i18n.t('lookAhead.title')}
        expanded={isShown()}
        disabled={chair.ahead().length === 0}
        reason={nothingWords(chair.meeting(), i18n)}
        onPress={() => setOpen(!open())}
      >
        <Show when={chair.ahead()[0]} fallback={<span class="muted">{nothingWords(chair.meeting(), i18n)}</span>}>
          {(nearest) => (
            <span class="chair-ahead-nearest" data-tone={toneOf(nearest())}>
              <WhoAndWhen warning={nearest()} />
              <span class="toned">{chairSentence(nearest(), i18n)}</span>
            </span>
          )}
        </Show>
        <Show when={chair.ahead().length > 1}>
          <span class="muted">{i18n.t('lookAhead.more', { count: chair.ahead().length - 1 })}</span>
        </Show>
      </Button>
      <Show when={isShown()}>
        <section class="card chair-ahead-list" aria-label={i18n.t('lookAhead.title')} tabindex="0" on:keydown={scrollsByItself}>
          <ul>
            <Index each={chair.ahead()}>{(warning) => <Line warning={warning()} />}</Index>
          </ul>
        </section>
      </Show>
    </div>
  );
}

function Line(props: { readonly warning: AheadWarning }): JSX.Element {
  const i18n = useI18n();
  return (
    <li class="chair-ahead-warning" data-tone={toneOf(props.warning)}>
      <WhoAndWhen warning={props.warning} />
      <span class="toned">{chairSentence(props.warning, i18n)}</span>
    </li>
  );
}

function WhoAndWhen(props: { readonly warning: AheadWarning }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  return (
    <>
      <Due warning={props.warning} meeting={chair.meeting()} now={chair.second()} />
      <span class="muted figure">{i18n.t('lookAhead.number', { number: numberOf(chair.meeting(), props.warning.entryId) })}</span>
      <SpeakerOf warning={props.warning} meeting={chair.meeting()} />
    </>
  );
}

function toneOf(warning: AheadWarning): 'warn' | undefined {
  return warning.severity === 'info' ? undefined : 'warn';
}
