import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { plannedPace } from '../../../shared/domain/rules/pace.ts';
import { directionOf, type LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { paceTones, plannedWords } from '../pace/pace-words.ts';
import { draftText } from './text-draft.ts';

const shownParagraphs = 6;

/** How the booths will see it: the paragraphs that were found, how many, and whether they fit the time. */
export function TextPreview(props: {
  readonly meeting: Meeting;
  readonly entry: Entry;
  readonly language: LanguageCode;
  readonly paragraphs: readonly string[];
  /** What a person should look at before it is sent. */
  readonly children: JSX.Element;
}): JSX.Element {
  const i18n = useI18n();
  const pace = createMemo(() => plannedPace(draftText(props.language, props.paragraphs), props.entry.limitSeconds, props.meeting.practice));
  return (
    <section class="upload-preview" aria-label={i18n.t('scripts.preview')}>
      <h3 class="label">{i18n.t('scripts.preview')}</h3>
      <Show when={props.paragraphs.length > 0} fallback={<p class="muted">{i18n.t('scripts.previewEmpty')}</p>}>
        <p class="figure">{i18n.t('scripts.paragraphs', { count: props.paragraphs.length })}</p>
        <Show when={pace()}>
          {(planned) => (
            <p class="toned upload-pace" data-tone={paceTones[planned().level]}>
              {plannedWords(planned(), props.entry.limitSeconds, i18n)}
            </p>
          )}
        </Show>
        {props.children}
        <ol class="upload-paragraphs" tabindex="0" lang={props.language} dir={directionOf(props.language)}>
          <For each={props.paragraphs.slice(0, shownParagraphs)}>
            {(paragraph, index) => (
              <li>
                <span class="muted figure">{index() + 1}</span>
                <p>{paragraph}</p>
              </li>
            )}
          </For>
        </ol>
        <Show when={props.paragraphs.length > shownParagraphs}>
          <p class="muted">{i18n.t('scripts.more', { count: props.paragraphs.length - shownParagraphs })}</p>
        </Show>
      </Show>
    </section>
  );
}
