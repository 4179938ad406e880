import { For, type JSX, Show } from 'solid-js';
import type { Entry, Meeting, Person } from '../../../shared/domain/meeting.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { type I18n, useI18n } from '../../state/i18n-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { nameCardAction } from './name-card-action.ts';
import { Spoken } from './spoken.tsx';
import { boothForm, boothFunction, othersOf, placeOf } from './speaker.ts';

/** Name as its owner writes it, then the form that this booth says and how it sounds, then who that is. The name opens the name card. */
export function SpeakerName(props: {
  readonly person: Person;
  readonly entry: Entry;
  readonly booth: Language;
  readonly class?: string;
  /** On the list, where no head above the name says it. */
  readonly place?: string;
}): JSX.Element {
  const i18n = useI18n();
  const hotkeys = useHotkeys();
  const key = (): string | null => hotkeys?.keyOf(nameCardAction) ?? null;
  const form = () => boothForm(props.person, props.booth);
  const role = () => boothFunction(props.person, props.booth);
  const others = () => othersOf(props.entry, props.person);
  return (
    <div class="booth-speaker">
      <button
        type="button"
        class="booth-speaker-key"
        title={i18n.t('pace.card.open')}
        aria-keyshortcuts={key() ?? undefined}
        onClick={() =>
          hotkeys
            ?.actions()
            .find(({ id }) => id === nameCardAction)
            ?.run()
        }
      >
        <span class="booth-speaker-name" data-long={props.person.name.length > 34 ? '' : undefined}>
          <PersonalName name={props.person.name} language={props.person.nameLanguage} class={props.class ?? ''} />
        </span>
      </button>
      <p class="booth-speaker-form">
        <Show when={form()}>
          {(known) => (
            <>
              <span class="visually-hidden">{i18n.t('booth.boothForm')}: </span>
              <PersonalName name={known().name} language={known().language} />
              <Show when={!known().verified}>
                <Chip tone="warn">{i18n.t('booth.notVerified')}</Chip>
              </Show>
            </>
          )}
        </Show>
        <Spoken person={props.person} />
        <Show when={key()}>
          {(name) => (
            <kbd class="key booth-speaker-opens" aria-hidden="true">
              {printedKey(name())}
            </kbd>
          )}
        </Show>
      </p>
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
        <Show when={props.place}>{(place) => <span>{place()}</span>}</Show>
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

/** `panellist 3 of 4 · podium`, `State · floor 3 of 15`. `brief`: without the podium, where all with such a role speak. */
export function placeWords(meeting: Meeting, entry: Entry, i18n: Pick<I18n, 't'>, brief = false): string {
  const { what, place, of, part } = placeOf(meeting, entry);
  const partWord = part === null ? null : i18n.t(`words.part.${part}`);
  const counted = (word: string): string => (place === null ? word : i18n.t('booth.placeOf', { what: word, place, of }));
  if ('kind' in what) return i18n.t(`words.entryKind.${what.kind}`);
  if ('role' in what) {
    const role = counted(i18n.t(`words.role.${what.role}`));
    return brief || partWord === null ? role : `${role} · ${partWord}`;
  }
  const rank = i18n.t(`words.rank.${what.rank}`);
  return partWord === null ? rank : `${rank} · ${counted(partWord)}`;
}
