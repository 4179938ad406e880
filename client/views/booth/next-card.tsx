import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { latestChangeOf } from '../../../shared/domain/rules/late-changes.ts';
import { queue } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Chip, LanguageTag, type Tone } from '../../ui/chip.tsx';
import { formatTimer } from '../../ui/format-timer.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { placeWords, SpeakerName } from './speaker-name.tsx';
import { boothForm, fastWordsPerMinute, paceOf, textStateOf } from './speaker.ts';
import { taskShort } from './task-words.ts';
import { type Plans, type Task, taskOf } from './task.ts';

/** Who comes: the next one in full, the rest as a table that scrolls inside the card. */
export function NextCard(props: { readonly meeting: Meeting; readonly booth: Language; readonly plans: Plans }): JSX.Element {
  const i18n = useI18n();
  const coming = createMemo(() => (props.meeting.status === 'closed' ? [] : queue(props.meeting)));
  return (
    <section class="card booth-next" aria-labelledby="booth-next-title">
      <Show
        when={coming()[0]}
        fallback={
          <>
            <h2 id="booth-next-title" class="label">
              {i18n.t('words.next')}
            </h2>
            <p class="muted">{i18n.t('booth.endOfList')}</p>
          </>
        }
      >
        {(next) => <NextSpeaker meeting={props.meeting} entry={next()} booth={props.booth} plans={props.plans} />}
      </Show>
      <Show when={coming().length > 1}>
        <ThenTable meeting={props.meeting} entries={coming().slice(1)} booth={props.booth} plans={props.plans} />
      </Show>
    </section>
  );
}

function NextSpeaker(props: { readonly meeting: Meeting; readonly entry: Entry; readonly booth: Language; readonly plans: Plans }): JSX.Element {
  const i18n = useI18n();
  const task = (): Task | null => taskOf(props.plans(props.entry.language), props.booth);
  return (
    <div class="booth-next-speaker">
      <div class="booth-next-head">
        <h2 id="booth-next-title" class="label">
          {i18n.t('words.next')}
        </h2>
        <span class="label booth-next-place">{placeWords(props.meeting, props.entry, i18n)}</span>
        <ChangedMark meeting={props.meeting} entry={props.entry} />
        <span class="booth-space" />
        <Chip tone={taskTone(task()) ?? 'info'} language={props.entry.language}>
          {taskShort(task(), i18n)}
          <Show when={task()?.row.handover ? task()?.row.interpreter : null}>{(who) => <> · {i18n.t('booth.task.handOverTo', { who: who() })}</>}</Show>
        </Chip>
        <Show when={props.entry.delivery !== 'room'}>
          <Chip tone="info">{i18n.t(`words.delivery.${props.entry.delivery}`)}</Chip>
        </Show>
        <TextChip entry={props.entry} />
        <Chip>{i18n.t('booth.limit', { time: formatTimer(props.entry.limitSeconds, 'negative') })}</Chip>
      </div>
      <Show when={props.entry.persons[0]}>
        {(person) => <SpeakerName person={person()} entry={props.entry} booth={props.booth} class="booth-next-name" />}
      </Show>
    </div>
  );
}

function TextChip(props: { readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  const state = createMemo(() => textStateOf(props.entry, props.entry.language));
  const words = (): string => {
    const { text, missing, status } = state();
    if (missing) return i18n.t('booth.text.filmWithout');
    if (text === null) return i18n.t(`words.scriptStatus.${status}`);
    const parts = [i18n.t('words.scriptStatus.received'), i18n.t('booth.paragraphs', { count: text.paragraphs.length })];
    const pace = paceOf(text, props.entry.limitSeconds);
    if (pace !== null && pace > fastWordsPerMinute) parts.push(i18n.t('booth.paceFast', { count: pace }));
    return parts.join(' · ');
  };
  return (
    <Chip tone={textTone(props.entry)} language={state().text?.language}>
      {words()}
    </Chip>
  );
}

function ThenTable(props: {
  readonly meeting: Meeting;
  readonly entries: readonly Entry[];
  readonly booth: Language;
  readonly plans: Plans;
}): JSX.Element {
  const i18n = useI18n();
  return (
    <section class="booth-then" tabindex="0" aria-label={i18n.t('words.then')} on:keydown={keepArrows}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('words.then')}</th>
            <th scope="col">{i18n.t('booth.column.part')}</th>
            <th scope="col">{i18n.t('booth.column.language')}</th>
            <th scope="col">{i18n.t('booth.column.take')}</th>
            <th scope="col">{i18n.t('booth.column.text')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.entries}>
            {(entry) => <ThenRow meeting={props.meeting} entry={entry} booth={props.booth} plans={props.plans} />}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function ThenRow(props: { readonly meeting: Meeting; readonly entry: Entry; readonly booth: Language; readonly plans: Plans }): JSX.Element {
  const i18n = useI18n();
  const person = () => props.entry.persons[0];
  const form = () => {
    const known = person();
    return known === undefined ? null : boothForm(known, props.booth);
  };
  const task = createMemo((): Task | null => taskOf(props.plans(props.entry.language), props.booth));
  const text = createMemo(() => textStateOf(props.entry, props.entry.language));
  return (
    <tr>
      <th scope="row">
        <Show when={person()}>{(known) => <PersonalName name={known().name} language={known().nameLanguage} />}</Show>
        <Show when={form()}>
          {(known) => (
            <>
              {' '}
              <PersonalName name={known().name} language={known().language} class="booth-then-form" />
            </>
          )}
        </Show>
        <Show when={props.entry.onBehalfOf}>{(group) => <span class="muted"> {i18n.t('booth.onBehalfOf', { group: group() })}</span>}</Show>{' '}
        <ChangedMark meeting={props.meeting} entry={props.entry} />
      </th>
      <td class="muted booth-then-part">{placeWords(props.meeting, props.entry, i18n)}</td>
      <td>
        <LanguageTag code={props.entry.language} />
      </td>
      <td class="booth-take toned" data-tone={taskTone(task())}>
        <bdi>{taskShort(task(), i18n)}</bdi>
        <Show when={task()?.row.handover ? task()?.row.interpreter : null}>
          {(who) => (
            <span class="toned figure" data-tone="warn" title={i18n.t('booth.task.handOverTo', { who: who() })}>
              {' '}
              → {who()}
            </span>
          )}
        </Show>
      </td>
      <td class="toned figure" data-tone={textTone(props.entry)}>
        {text().missing ? i18n.t('booth.text.filmWithout') : i18n.t(`booth.text.${text().status}`)}
        <Show when={text().text}>
          {(known) => (
            <>
              {' '}
              <LanguageTag code={known().language} />
            </>
          )}
        </Show>
      </td>
    </tr>
  );
}

/** A late change of this entry, seen or not, while it is still to come. */
function ChangedMark(props: { readonly meeting: Meeting; readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  const change = createMemo(() => latestChangeOf(props.meeting, props.entry.id));
  return <Show when={change()}>{(known) => <Chip tone="warn">{i18n.t(`words.changeKind.${known().kind}`)}</Chip>}</Show>;
}

function taskTone(task: Task | null): Tone | undefined {
  if (task === null || task.row.role === 'standby' || task.row.role === 'direct') return undefined;
  return task.row.role === 'gap' || task.row.role === 'doubleRelay' ? 'warn' : 'info';
}

function textTone(entry: Entry): Tone | undefined {
  const { status, missing } = textStateOf(entry, entry.language);
  if (status === 'received') return 'preview';
  return status === 'none' || missing ? 'warn' : undefined;
}

/** Inside a list that has the focus the arrows scroll the list; elsewhere they move the position in the text. */
function keepArrows(event: KeyboardEvent): void {
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') event.stopPropagation();
}
