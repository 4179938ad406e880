/** The list around now: who, what is ready, and what is armed, on air or next. Any waiting entry can be armed. */
import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import { numberOf } from '../../../shared/domain/selectors.ts';
import type { Entry, Person } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useHotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { mayBeArmed, neighbourOf, type Place, placeStateOf, readinessOf, runOfShow } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { ReadinessMarks } from './state-mark.tsx';

export function RunOfShow(props: { readonly desk: Desk }): JSX.Element {
  const i18n = useI18n();
  let list: HTMLDivElement | undefined;
  const entries = createMemo(() => runOfShow(props.desk.meeting()));
  const step = (by: 1 | -1): void => {
    const place = neighbourOf(props.desk.meeting(), props.desk.selected(), by);
    if (place !== null) props.desk.select(place);
  };
  useHotkey({ id: 'selectNext', defaultKey: 'ArrowDown', label: () => i18n.t('webcast.run.next'), run: () => step(1) });
  useHotkey({ id: 'selectPrevious', defaultKey: 'ArrowUp', label: () => i18n.t('webcast.run.previous'), run: () => step(-1) });
  createEffect(on(props.desk.selected, () => list?.querySelector('tr[data-selected]')?.scrollIntoView({ block: 'nearest' })));
  const block = (): string => {
    const reason = props.desk.block('arm');
    return reason === null ? '' : i18n.t(`webcast.reason.${reason}`);
  };
  return (
    <section class="run card" aria-labelledby="run-title">
      <header class="run-head">
        <h2 id="run-title" class="label">
          {i18n.t('webcast.run.title')}
        </h2>
        <span class="run-keys" aria-hidden="true">
          <PrintedKey action="selectPrevious" />
          <PrintedKey action="selectNext" />
        </span>
        <Button
          label={i18n.t('webcast.run.arm')}
          spokenLabel={i18n.t('webcast.run.armSelected')}
          action="armSelected"
          hotkey="A"
          compact
          disabled={props.desk.block('arm') !== null}
          reason={block()}
          onPress={() => {
            const place = props.desk.selected();
            return place === null ? undefined : props.desk.arm(place);
          }}
        />
      </header>
      <Show
        when={entries().length > 0}
        fallback={
          <div class="run-empty">
            <p>{i18n.t('webcast.run.empty')}</p>
            <p class="muted">{i18n.t('webcast.run.emptyAdvice')}</p>
          </div>
        }
      >
        <div class="run-scroll" ref={list}>
          <table class="table run-table">
            <thead>
              <tr>
                <th scope="col">{i18n.t('webcast.run.number')}</th>
                <th scope="col">{i18n.t('words.speaker')}</th>
                <th scope="col">{i18n.t('webcast.run.names')}</th>
                <th scope="col">{i18n.t('webcast.run.cue')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={entries()}>
                {(entry) => (
                  <For each={entry.persons}>
                    {(person, index) => <Row desk={props.desk} entry={entry} person={person} first={index() === 0} />}
                  </For>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}

function Row(props: { readonly desk: Desk; readonly entry: Entry; readonly person: Person; readonly first: boolean }): JSX.Element {
  const i18n = useI18n();
  const captions = (): ReturnType<Desk['meeting']>['captions'] => props.desk.meeting().captions;
  const isAt = (cue: { readonly entryId: string; readonly personId: string } | null | undefined): boolean =>
    cue?.entryId === props.entry.id && cue.personId === props.person.id;
  const selected = createMemo(() => isAt(props.desk.selected()));
  const armed = createMemo(() => isAt(captions().armed));
  const onAir = createMemo(() => isAt(captions().onAir?.cue));
  const place = createMemo(() => placeStateOf(props.desk.meeting(), props.entry));
  const armable = (): boolean => mayBeArmed(props.entry);
  const here = (): Place => ({ entryId: props.entry.id, personId: props.person.id });
  return (
    <tr
      class="run-row"
      data-place={place()}
      data-selected={selected() ? '' : undefined}
      data-tone={onAir() ? 'air' : armed() ? 'preview' : undefined}
      data-entry={props.entry.id}
    >
      <td class="figure muted">{props.first ? numberOf(props.desk.meeting(), props.entry.id) : ''}</td>
      <th scope="row">
        <button type="button" class="run-name" aria-pressed={selected()} onClick={() => props.desk.select(here())}>
          <PersonalName name={props.person.name} language={props.person.nameLanguage} />
        </button>
        <span class="run-tags">
          <Show when={onAir()}>
            <Chip tone="air" dot>
              {i18n.t('webcast.onAir')}
            </Chip>
          </Show>
          <Show when={armed()}>
            <Chip tone="preview">{i18n.t('webcast.preview')}</Chip>
          </Show>
          <PlaceTag desk={props.desk} entry={props.entry} person={props.person} />
        </span>
      </th>
      <td>
        <ReadinessMarks marks={readinessOf(props.desk.meeting(), props.person)} />
      </td>
      <td>
        <Show when={armable()}>
          <Button
            label={i18n.t('webcast.run.arm')}
            spokenLabel={i18n.t('webcast.run.armSpoken', { name: props.person.name })}
            compact
            disabled={!props.desk.live()}
            reason={i18n.t('webcast.reason.notLive')}
            onPress={() => props.desk.arm(here())}
          />
        </Show>
      </td>
    </tr>
  );
}

function PlaceTag(props: { readonly desk: Desk; readonly entry: Entry; readonly person: Person }): JSX.Element {
  const i18n = useI18n();
  const place = createMemo(() => placeStateOf(props.desk.meeting(), props.entry));
  const speaks = (): boolean => place() !== 'floor' || props.desk.meeting().floor?.personId === props.person.id;
  const replaced = (): string => props.entry.replaced.map((person) => person.name).join(' · ');
  return (
    <>
      <Show when={place() === 'floor' && speaks()}>
        <Chip>{i18n.t('webcast.run.floor')}</Chip>
      </Show>
      <Show when={place() === 'next'}>
        <Chip>{i18n.t('webcast.run.nextUp')}</Chip>
      </Show>
      <Show when={place() === 'interrupted'}>
        <Chip>{i18n.t('webcast.run.interrupted')}</Chip>
      </Show>
      <Show when={props.entry.kind !== 'statement'}>
        <Chip tone="warn">{i18n.t(`words.entryKind.${props.entry.kind}`)}</Chip>
      </Show>
      <Show when={place() === 'over'}>
        <span class="muted">{i18n.t(`words.entryStatus.${props.entry.status}`)}</span>
      </Show>
      <Show when={props.person.delivery !== 'room'}>
        <span class="muted">{i18n.t(`words.delivery.${props.person.delivery}`)}</span>
      </Show>
      <Show when={props.entry.onBehalfOf}>
        {(group) => <span class="muted">{i18n.t('webcast.run.forGroup', { group: group() })}</span>}
      </Show>
      <Show when={replaced() !== ''}>
        <span class="toned" data-tone="warn">
          {i18n.t('webcast.run.replaces', { name: replaced() })}
        </span>
      </Show>
    </>
  );
}

function PrintedKey(props: { readonly action: string }): JSX.Element {
  const hotkeys = useHotkeys();
  return <Show when={hotkeys?.keyOf(props.action)}>{(name) => <kbd class="key">{printedKey(name())}</kbd>}</Show>;
}
