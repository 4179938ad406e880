import { For, type JSX, Show } from 'solid-js';
import type { Entry, Meeting, Person } from '../../../shared/domain/meeting.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { type I18n, useI18n } from '../../state/i18n-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PersonalName } from '../../ui/personal-name.tsx';
import { boothForm, boothFunction, othersOf, placeOf } from './speaker.ts';

/** Name as its owner writes it, then the form that this booth says, then who that is. */
export function SpeakerName(props: {
  readonly person: Person;
  readonly entry: Entry;
  readonly booth: Language;
  readonly class?: string;
}): JSX.Element {
  const i18n = useI18n();
  const form = () => boothForm(props.person, props.booth);
  const role = () => boothFunction(props.person, props.booth);
  const others = () => othersOf(props.entry, props.person);
  return (
    <div class="booth-speaker">
      <p class="booth-speaker-name" data-long={props.person.name.length > 34 ? '' : undefined}>
        <PersonalName name={props.person.name} language={props.person.nameLanguage} class={props.class ?? ''} />
      </p>
      <Show when={form()}>
        {(known) => (
          <p class="booth-speaker-form">
            <span class="visually-hidden">{i18n.t('booth.boothForm')}: </span>
            <PersonalName name={known().name} language={known().language} />
            <Show when={!known().verified}>
              <Chip tone="warn">{i18n.t('booth.notVerified')}</Chip>
            </Show>
          </p>
        )}
      </Show>
      <p class="booth-speaker-role muted">
        <Show when={props.person.honorific}>
          {(honorific) => (
            <span>
              <bdi>{honorific()}</bdi>
            </span>
          )}
        </Show>
        <Show when={role()}>
          {(known) => (
            <span>
              <bdi lang={known().language ?? undefined}>{known().text}</bdi>
            </span>
          )}
        </Show>
        <Show when={role()?.language === props.booth ? null : props.entry.onBehalfOf}>
          {(group) => <span>{i18n.t('booth.onBehalfOf', { group: group() })}</span>}
        </Show>
        <Show when={others().length > 0}>
          <span>
            {i18n.t('booth.takesPartToo')}:{' '}
            <For each={others()}>
              {(other, index) => (
                <>
                  {index() > 0 ? ' · ' : ''}
                  <PersonalName name={other.name} language={other.nameLanguage} />
                  {` (${i18n.t(`words.delivery.${other.delivery}`)})`}
                </>
              )}
            </For>
          </span>
        </Show>
      </p>
    </div>
  );
}

/** `panellist 3 of 4 · podium`, `State · floor 3 of 15`. */
export function placeWords(meeting: Meeting, entry: Entry, i18n: Pick<I18n, 't'>): string {
  const { what, place, of, part } = placeOf(meeting, entry);
  const partWord = part === null ? null : i18n.t(`words.part.${part}`);
  const counted = (word: string): string => (place === null ? word : i18n.t('booth.placeOf', { what: word, place, of }));
  if ('kind' in what) return i18n.t(`words.entryKind.${what.kind}`);
  if ('role' in what) return [counted(i18n.t(`words.role.${what.role}`)), partWord].filter((word) => word !== null).join(' · ');
  const rank = i18n.t(`words.rank.${what.rank}`);
  return partWord === null ? rank : `${rank} · ${counted(partWord)}`;
}
