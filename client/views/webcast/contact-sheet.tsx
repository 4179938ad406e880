/** All languages of one cue at once, as they will be (or are) on air: what the operator reads before the take. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Cue, OutputLanguage } from '../../../shared/domain/meeting.ts';
import { isStale } from '../../../shared/domain/rules/captions.ts';
import { directionOf, isLanguage } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { LowerThird, StageStrip } from '../lower-third/lower-third.tsx';
import type { Fit } from '../lower-third/measure.ts';
import { lineOf, lineStateOf, outputLanguages } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { StateMark } from './state-mark.tsx';

export function ContactSheet(props: { readonly desk: Desk }): JSX.Element {
  const i18n = useI18n();
  const source = createMemo((): 'armed' | 'onAir' | 'nothing' => {
    const { armed, onAir } = props.desk.meeting().captions;
    if (armed !== null) return 'armed';
    return onAir === null ? 'nothing' : 'onAir';
  });
  const cue = (): Cue | null => props.desk.armed() ?? props.desk.meeting().captions.onAir?.cue ?? null;
  const tone = (): Tone | undefined => {
    if (source() === 'nothing') return undefined;
    if (source() === 'onAir') return 'air';
    return isStale(props.desk.meeting()) ? 'warn' : 'preview';
  };
  const languages = createMemo(() => outputLanguages(props.desk.meeting()));
  const count = (): { verified: number; of: number } => {
    const shown = cue();
    const six = props.desk.meeting().languages;
    return { verified: shown === null ? 0 : six.filter((language) => lineStateOf(shown, language) === 'verified').length, of: six.length };
  };
  return (
    <section class="sheet" aria-labelledby="sheet-title" data-source={source()} tabindex="0">
      <ul class="sheet-list">
        <For each={languages()}>
          {(language) => <Sample language={language} cue={cue()} seq={props.desk.meeting().captions.seq} tone={tone()} />}
        </For>
        <li class="sheet-head">
          <h2 id="sheet-title" class="label">
            {i18n.t('webcast.sheet.title')}
          </h2>
          <p class="muted">{i18n.t(`webcast.sheet.${source()}`)}</p>
          <Show when={cue()}>
            <p>{i18n.t('webcast.sheet.count', count())}</p>
          </Show>
        </li>
      </ul>
    </section>
  );
}

function Sample(props: {
  readonly language: OutputLanguage;
  readonly cue: Cue | null;
  readonly seq: number;
  readonly tone: Tone | undefined;
}): JSX.Element {
  const i18n = useI18n();
  const [size, setSize] = createSignal<Fit>('fits');
  const line = (): ReturnType<typeof lineOf> => lineOf(props.cue, props.language);
  const direction = (): 'ltr' | 'rtl' => line()?.direction ?? directionOf(props.language);
  return (
    <li class="sample" data-language={props.language}>
      <div class="sample-picture" data-tone={props.tone}>
        <StageStrip direction={direction()}>
          <Show when={line()}>
            {(known) => <LowerThird line={known()} cueHash={props.cue?.hash ?? ''} seq={props.seq} onFit={setSize} />}
          </Show>
        </StageStrip>
      </div>
      <div class="sample-words">
        <span class="sample-language">
          {isLanguage(props.language) ? i18n.languageName(props.language) : i18n.t('words.language.floor')}
        </span>
        <Show when={props.cue}>
          {(cue) => (
            <>
              <StateMark state={lineStateOf(cue(), props.language)} />
              <Show when={line() !== null && size() === 'overfull'}>
                <span class="sample-fit toned" data-tone="warn">
                  {i18n.t('webcast.sheet.tooLong')}
                </span>
              </Show>
            </>
          )}
        </Show>
      </div>
    </li>
  );
}
