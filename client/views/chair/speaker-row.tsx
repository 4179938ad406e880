import { createMemo, For, type JSX, Show } from 'solid-js';
import { entryById, isWaiting } from '../../../shared/domain/entries.ts';
import type { Entry, Person } from '../../../shared/domain/meeting.ts';
import { numberOf } from '../../../shared/domain/selectors.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Chip, LanguageTag } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { useChair } from './chair-context.tsx';
import { beginsAt, rowTone } from './list-rows.ts';
import { displayName, functionIn, otherWriting } from './person-words.ts';
import type { RowDrag } from './row-drag.ts';
import { LowerThirdCell, StateCell, TextCell } from './row-cells.tsx';

export function SpeakerRow(props: {
  readonly entryId: EntryId;
  readonly drag: RowDrag;
  readonly onSelect: (entryId: EntryId) => void;
}): JSX.Element {
  const chair = useChair();
  const entry = createMemo(() => entryById(chair.meeting(), props.entryId));
  const over = (): boolean => entry()?.status !== 'speaking' && !waiting();
  const waiting = (): boolean => {
    const known = entry();
    return known !== null && isWaiting(known);
  };
  const isSelected = (): boolean => chair.selected()?.id === props.entryId;
  const drop = (): string | undefined => {
    const move = props.drag.move();
    if (move === null) return undefined;
    if (move.beforeId !== undefined) return move.beforeId === props.entryId ? 'before' : undefined;
    return isLastOfSegment(move.entryId) ? 'after' : undefined;
  };
  const isLastOfSegment = (movedId: EntryId): boolean => {
    const segmentId = entryById(chair.meeting(), movedId)?.segmentId;
    return chair.meeting().entries.findLast((other) => other.segmentId === segmentId)?.id === props.entryId;
  };
  return (
    <Show when={entry()}>
      {(known) => (
        <tr
          class="chair-row"
          data-entry={props.entryId}
          data-tone={rowTone(chair.meeting(), props.entryId)}
          data-over={over() ? '' : undefined}
          data-gone={known().status === 'withdrawn' || known().status === 'absent' ? '' : undefined}
          data-dragged={props.drag.dragged() === props.entryId ? '' : undefined}
          data-drop={drop()}
          aria-selected={isSelected()}
          aria-current={chair.meeting().floor?.entryId === props.entryId ? 'true' : undefined}
          tabindex={isSelected() ? 0 : -1}
          onClick={() => props.onSelect(props.entryId)}
          onFocus={() => chair.select(props.entryId)}
        >
          <NumberCell entry={known()} waiting={waiting()} drag={props.drag} />
          <th scope="row" class="chair-speaker">
            <Speakers entry={known()} />
          </th>
          <FactCells entry={known()} />
        </tr>
      )}
    </Show>
  );
}

/** The whole cell is the handle: 44 px for a finger. It has no key of its own, since the moves have. */
function NumberCell(props: { readonly entry: Entry; readonly waiting: boolean; readonly drag: RowDrag }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  return (
    <td class="chair-number">
      <Show when={props.waiting} fallback={<span class="figure">{numberOf(chair.meeting(), props.entry.id)}</span>}>
        <span
          class="chair-handle figure"
          title={i18n.t('chair.list.drag')}
          onPointerDown={(event) => props.drag.start(event, props.entry.id)}
        >
          {numberOf(chair.meeting(), props.entry.id)}
        </span>
      </Show>
    </td>
  );
}

function Speakers(props: { readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  const replaced = (): Person | undefined => props.entry.replaced.at(-1);
  return (
    <div class="chair-persons">
      <For each={props.entry.persons}>
        {(person) => <PersonWords person={person} tellDelivery={props.entry.persons.length > 1 || person.delivery !== 'room'} />}
      </For>
      <Show when={props.entry.kind !== 'statement'}>
        <Chip>{i18n.t(`words.entryKind.${props.entry.kind}`)}</Chip>
      </Show>
      <Show
        when={props.entry.onBehalfOf}
        fallback={
          <Show when={props.entry.rank === 'group'}>
            <Chip>{i18n.t('words.rank.group')}</Chip>
          </Show>
        }
      >
        {(group) => (
          <Chip>
            <bdi>{i18n.t('chair.list.forGroup', { group: group() })}</bdi>
          </Chip>
        )}
      </Show>
      <Show when={replaced()}>
        {(before) => (
          <Chip tone="warn">
            <bdi>{i18n.t('chair.list.replaces', { name: before().name })}</bdi>
          </Chip>
        )}
      </Show>
      <Show when={props.entry.note}>
        {(note) => (
          <span class="muted chair-note">
            <bdi>{note()}</bdi>
          </span>
        )}
      </Show>
    </div>
  );
}

function PersonWords(props: { readonly person: Person; readonly tellDelivery: boolean }): JSX.Element {
  const i18n = useI18n();
  const shown = () => displayName(props.person, i18n.language());
  return (
    <span class="chair-person">
      <bdi dir="auto">
        <Show when={props.person.honorific}>{(honorific) => <span class="chair-honorific">{honorific()}</span>}</Show>{' '}
        <PersonalName name={shown().name} language={shown().language} />
      </bdi>
      <Show when={otherWriting(props.person, i18n.language())}>
        {(other) => (
          <>
            {' '}
            <bdi class="muted" lang={i18n.language()}>
              {other()}
            </bdi>
          </>
        )}
      </Show>
      <Show when={functionIn(props.person, i18n.language())}>
        {(role) => (
          <span class="chair-function">
            {' · '}
            <bdi>{role()}</bdi>
          </span>
        )}
      </Show>
      <Show when={props.tellDelivery}>
        {' '}
        <Chip tone={props.person.delivery === 'room' ? undefined : 'info'}>{i18n.t(`words.delivery.${props.person.delivery}`)}</Chip>
      </Show>
    </span>
  );
}

function FactCells(props: { readonly entry: Entry }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const language = (): string =>
    (chair.meeting().floor?.entryId === props.entry.id ? chair.meeting().floor?.language : undefined) ?? props.entry.language;
  const at = (): string => {
    const instant = beginsAt(chair.meeting(), props.entry.id, chair.forecast());
    return instant === null ? '' : i18n.clock(instant, chair.meeting().timeZone, 'minutes');
  };
  return (
    <>
      <td class="chair-fact">
        <span title={i18n.languageName(language())}>
          <LanguageTag code={language()} />
        </span>
      </td>
      <td class="chair-fact">
        <span class="time">{formatElapsed(props.entry.spoken?.limitSeconds ?? props.entry.limitSeconds)}</span>
      </td>
      <td class="chair-fact">
        <span class="time">{at()}</span>
      </td>
      <TextCell entry={props.entry} />
      <LowerThirdCell entry={props.entry} />
      <StateCell entry={props.entry} />
    </>
  );
}
