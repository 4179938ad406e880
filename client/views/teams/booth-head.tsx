import { createMemo, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { retourLanguagesOf } from '../../../shared/domain/rules/team-cover.ts';
import { isLanguage, type Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip, LanguageTag } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import type { BoothEdit } from './booth-edit.ts';
import { boothWords, languageList } from './words.ts';

/** Which booth it is, whether it works both ways, who is at the microphone, and whether something is not saved. */
export function BoothHead(props: { readonly meeting: Meeting; readonly edit: BoothEdit; readonly titleId: string }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const booth = props.edit.booth;
  const live = () => props.meeting.booths[booth];
  const second = createMemo(() => Math.floor(state.now() / 1000));
  const retours = createMemo((): readonly Language[] =>
    isLanguage(booth) ? retourLanguagesOf(props.edit.team(), booth, props.meeting.languages) : [],
  );
  return (
    <div class="teams-booth-head">
      <h3 id={props.titleId} class="teams-booth-name">
        <Show when={isLanguage(booth)}>
          <LanguageTag code={booth} />{' '}
        </Show>
        {boothWords(i18n, booth)}
      </h3>
      <Show when={retours().length > 0}>
        <Chip tone="info">
          {i18n.t('teams.biactive', { languages: languageList(i18n, retours()) })}
          <Show when={live().retourInto}>{(into) => <> · {i18n.t('teams.announced', { language: i18n.languageName(into()) })}</>}</Show>
        </Chip>
      </Show>
      <span class="teams-space" />
      <Show when={props.edit.dirty()}>
        <Chip tone="warn" dot>
          {i18n.t('teams.notSaved')}
        </Chip>
      </Show>
      <Show when={props.edit.team().length > 0}>
        <span class="teams-mic muted">
          <Show when={live().onMic} fallback={i18n.t('teams.micUnknown')}>
            {(mic) => (
              <>
                {i18n.t('teams.onMic')} <bdi class="teams-initials">{mic().interpreter}</bdi>{' '}
                <span class="time">{formatElapsed(Math.max(0, second() - mic().since / 1000))}</span>
              </>
            )}
          </Show>
        </span>
      </Show>
    </div>
  );
}
