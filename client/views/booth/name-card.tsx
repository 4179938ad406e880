import './name-card.css';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Meeting, Person } from '../../../shared/domain/meeting.ts';
import { comingCalls } from '../../../shared/domain/rules/announcement.ts';
import { floorPerson, queue } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useHotkey } from '../../ui/hotkeys.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { announcementSentence } from '../pace/announcement.ts';
import { nameCardAction } from './name-card-action.ts';
import { boothForm, boothFunction } from './speaker.ts';
import { Spoken } from './spoken.tsx';

/** The names of the present speaker and the next two, large enough to be read aloud from; opened by a key, closed by Escape or Enter. */
export function NameCard(props: { readonly meeting: Meeting; readonly booth: Language }): JSX.Element {
  const i18n = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  useHotkey({ id: nameCardAction, defaultKey: 'N', label: () => i18n.t('pace.card.open'), run: () => setOpen(true) });
  return (
    <Dialog open={isOpen()} title={i18n.t('pace.card.title')} closeLabel={i18n.t('common.close')} onClose={() => setOpen(false)}>
      <Names meeting={props.meeting} booth={props.booth} />
    </Dialog>
  );
}

function Names(props: { readonly meeting: Meeting; readonly booth: Language }): JSX.Element {
  const i18n = useI18n();
  const coming = createMemo(() => (props.meeting.status === 'closed' ? [] : queue(props.meeting)));
  const sentence = createMemo(() => announcementSentence(comingCalls(props.meeting, i18n.language()), i18n));
  return (
    <div class="name-card">
      <Show when={floorPerson(props.meeting)}>
        {(person) => <OneName label={i18n.t('booth.speakingNow')} person={person()} booth={props.booth} speaking />}
      </Show>
      <Show when={coming()[0]?.persons[0]}>
        {(person) => <OneName label={i18n.t('words.next')} person={person()} booth={props.booth} />}
      </Show>
      <Show when={coming()[1]?.persons[0]}>
        {(person) => <OneName label={i18n.t('words.then')} person={person()} booth={props.booth} />}
      </Show>
      <p class="name-card-announcement">
        <Show when={sentence()} fallback={i18n.t('pace.card.nobody')}>
          {(words) => (
            <>
              <span class="label">{i18n.t('pace.card.announcement')}</span>
              <span>{words()}</span>
            </>
          )}
        </Show>
      </p>
    </div>
  );
}

function OneName(props: {
  readonly label: string;
  readonly person: Person;
  readonly booth: Language;
  readonly speaking?: boolean;
}): JSX.Element {
  const form = () => boothForm(props.person, props.booth);
  const role = () => boothFunction(props.person, props.booth);
  return (
    <section class="name-card-one" data-tone={props.speaking === true ? 'air' : undefined}>
      <h3 class="label toned">{props.label}</h3>
      <p class="name-card-name">
        <PersonalName name={props.person.name} language={props.person.nameLanguage} />
      </p>
      <p class="name-card-form">
        <Show when={form()}>{(known) => <PersonalName name={known().name} language={known().language} />}</Show>
        <Spoken person={props.person} />
      </p>
      <p class="muted">
        <Show when={role()}>{(known) => <bdi lang={known().language ?? undefined}>{known().text}</bdi>}</Show>
      </p>
    </section>
  );
}
