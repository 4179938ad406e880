import { For, type JSX, Match, Switch } from 'solid-js';
import { type I18n, useI18n } from '../../state/i18n-context.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import type { ChangeSentence, SentencePart } from './change-sentence.ts';

/** The sentence with its names as names: whole, in their own letters and direction, in bold. */
export function ChangeWords(props: { readonly sentence: ChangeSentence }): JSX.Element {
  const i18n = useI18n();
  // Without parameters a message comes back as its pattern; the split leaves text and placeholders in turn.
  const pieces = (): readonly string[] => i18n.t(`words.change.${props.sentence.message}`).split(/\{(\w+)\}/);
  return (
    <For each={pieces()}>
      {(piece, index) => {
        const part = (): SentencePart | undefined => (index() % 2 === 1 ? props.sentence.parts[piece] : undefined);
        return (
          <Switch fallback={piece}>
            <Match when={part()}>{(known) => <Part part={known()} />}</Match>
          </Switch>
        );
      }}
    </For>
  );
}

export function changeText(sentence: ChangeSentence, i18n: I18n): string {
  const params = Object.entries(sentence.parts).map(([key, part]) => [key, partText(part, i18n)] as const);
  return i18n.t(`words.change.${sentence.message}`, Object.fromEntries(params));
}

function Part(props: { readonly part: SentencePart }): JSX.Element {
  const i18n = useI18n();
  const language = (): string | undefined => (props.part.kind === 'name' ? (props.part.language ?? undefined) : undefined);
  return (
    <Switch fallback={<strong>{partText(props.part, i18n)}</strong>}>
      <Match when={props.part.kind === 'name'}>
        <bdi class="name" lang={language()} dir="auto">
          {partText(props.part, i18n)}
        </bdi>
      </Match>
      <Match when={props.part.kind === 'seconds'}>
        <strong class="time">{partText(props.part, i18n)}</strong>
      </Match>
    </Switch>
  );
}

function partText(part: SentencePart, i18n: I18n): string {
  switch (part.kind) {
    case 'name':
    case 'plain':
      return part.text;
    case 'language':
      return part.code === '' ? '' : i18n.languageName(part.code);
    case 'delivery':
      return i18n.t(`words.delivery.${part.delivery}`);
    case 'seconds':
      return formatElapsed(part.seconds);
  }
}
