import { For, type JSX } from 'solid-js';
import type { CaptionState } from '../../../shared/domain/rules/captions.ts';
import { unLetters } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import type { Tone } from '../../ui/chip.tsx';
import type { Readiness } from './desk.ts';

const signs: Readonly<Record<CaptionState, string>> = { verified: '✓', unverified: '?', missing: '–' };
const tones: Readonly<Record<CaptionState, Tone>> = { verified: 'preview', unverified: 'warn', missing: 'air' };

/** Sign, colour and word. */
export function StateMark(props: { readonly state: CaptionState }): JSX.Element {
  const i18n = useI18n();
  return (
    <span class="state-mark toned" data-tone={tones[props.state]} data-state={props.state}>
      <span class="state-sign" aria-hidden="true">
        {signs[props.state]}
      </span>
      {i18n.t(`webcast.state.${props.state}`)}
    </span>
  );
}

/** Six marks by UN letter (A C E F R S), each a sign and a colour, and a sentence for who cannot see them. */
export function ReadinessMarks(props: { readonly marks: readonly Readiness[] }): JSX.Element {
  const i18n = useI18n();
  const spoken = (): string =>
    props.marks
      .map(({ language, state }) =>
        i18n.t('webcast.run.mark', { language: i18n.languageName(language), state: i18n.t(`webcast.state.${state}`) }),
      )
      .join(', ');
  return (
    <>
      <span class="marks" aria-hidden="true">
        <For each={props.marks}>
          {(mark) => (
            <span class="mark" data-tone={tones[mark.state]} data-state={mark.state} data-language={mark.language}>
              <span class="mark-letter">{unLetters[mark.language]}</span>
              <span class="mark-sign">{signs[mark.state]}</span>
            </span>
          )}
        </For>
      </span>
      <span class="visually-hidden">{spoken()}</span>
    </>
  );
}
