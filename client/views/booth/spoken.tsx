import './name-card.css';
import { type JSX, Show } from 'solid-js';
import type { Person } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { isPhonetic } from './speaker.ts';

/** How a name sounds, and the words by which the chair calls its owner when those are others. */
export function Spoken(props: { readonly person: Person }): JSX.Element {
  const i18n = useI18n();
  return (
    <>
      <Show when={props.person.pronunciation}>
        {(sound) => (
          <span class="booth-spoken">
            <span class="booth-spoken-label">{i18n.t('pace.card.say')}</span>{' '}
            <Show when={isPhonetic(sound())} fallback={<bdi>{sound()}</bdi>}>
              <bdi lang="und-fonipa" dir="ltr">
                {sound()}
              </bdi>
            </Show>
          </span>
        )}
      </Show>
      <Show when={props.person.announcedAs}>
        {(words) => (
          <span class="booth-spoken">
            <span class="booth-spoken-label">{i18n.t('pace.card.chairSays')}</span> <bdi>{words()}</bdi>
          </span>
        )}
      </Show>
    </>
  );
}
