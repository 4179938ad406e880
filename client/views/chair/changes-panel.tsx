import { createMemo, For, type JSX, Show } from 'solid-js';
import type { LateChange } from '../../../shared/domain/meeting.ts';
import { notYetSeenBy } from '../../../shared/domain/rules/late-changes.ts';
import { boothLanguage } from '../../../shared/domain/stations.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Chip, LanguageTag } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { useChair } from './chair-context.tsx';
import { sentenceOf } from '../changes/change-sentence.ts';
import { ChangeWords } from '../changes/change-words.tsx';
import { changesToShow, type Reader, readersOf, secondsToSpeak } from './changes-to-show.ts';
import { countSeen } from './list-rows.ts';
import { scrollsByItself } from './scrolls-by-itself.ts';

/** Who has not seen what: the most urgent change at length, the others in a line each. Its place is kept when there is none. */
export function ChangesPanel(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const changes = createMemo(() => changesToShow(chair.meeting()));
  const first = (): LateChange | undefined => changes()[0];
  const owed = (change: LateChange | undefined): boolean => change !== undefined && notYetSeenBy(chair.meeting(), change).length > 0;
  return (
    <section
      class="card chair-changes"
      aria-label={i18n.t('words.lateChange')}
      data-tone={owed(first()) ? 'warn' : undefined}
      tabindex="0"
      on:keydown={scrollsByItself}
    >
      <Show when={first()} fallback={<Nothing />}>
        {(change) => (
          <>
            <Urgent change={change()} owed={owed(change())} others={changes().slice(1).filter(owed).length} />
            <Show when={changes().length > 1}>
              <h3 class="label">{i18n.t('chair.changes.others')}</h3>
              <ul class="chair-changes-rest">
                <For each={changes().slice(1)}>{(other) => <Rest change={other} owed={owed(other)} />}</For>
              </ul>
            </Show>
          </>
        )}
      </Show>
    </section>
  );
}

function Nothing(): JSX.Element {
  const i18n = useI18n();
  return (
    <>
      <h2 class="label">{i18n.t('words.lateChange')}</h2>
      <p>{i18n.t('chair.changes.nothing')}</p>
      <p class="muted">{i18n.t('chair.changes.nothingAdvice')}</p>
    </>
  );
}

function Urgent(props: { readonly change: LateChange; readonly owed: boolean; readonly others: number }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const speaks = (): string | null => {
    const seconds = secondsToSpeak(chair.meeting(), props.change, chair.forecast(), chair.second());
    if (seconds === null) return null;
    return seconds === 0 ? i18n.t('chair.changes.speaksNow') : i18n.t('chair.changes.speaksIn', { time: formatElapsed(seconds) });
  };
  const unseen = (): readonly Reader[] => readersOf(props.change).filter(({ after }) => after === null);
  const seen = (): readonly Reader[] => readersOf(props.change).filter(({ after }) => after !== null);
  return (
    <>
      <div class="chair-changes-head">
        <h2 class="label toned" data-tone={props.owed ? 'warn' : undefined}>
          {i18n.t('chair.changes.flagged', { time: formatElapsed((chair.second() - props.change.at) / 1000) })}
        </h2>
        <Show when={speaks()}>
          {(text) => (
            <strong class="toned" data-tone={props.owed ? 'warn' : undefined}>
              {text()}
            </strong>
          )}
        </Show>
      </div>
      <p class="chair-changes-sentence">
        <ChangeWords sentence={sentenceOf(chair.meeting(), props.change)} />
      </p>
      <Show when={unseen().length > 0}>
        <div class="chair-unseen toned" data-tone={props.owed ? 'air' : undefined}>
          <strong>{i18n.t('chair.changes.notYet')}</strong>
          <ul class="chair-readers">
            <For each={unseen()}>{(reader) => <ReaderItem reader={reader} />}</For>
          </ul>
        </div>
      </Show>
      <ul class="chair-readers">
        <For each={seen()}>{(reader) => <ReaderItem reader={reader} />}</For>
        <Show when={props.others > 0}>
          <li class="chair-reader toned" data-tone="warn">
            {i18n.t('chair.changes.othersOwed', { count: props.others })}
          </li>
        </Show>
      </ul>
    </>
  );
}

function ReaderItem(props: { readonly reader: Reader }): JSX.Element {
  const i18n = useI18n();
  const language = () => boothLanguage(props.reader.station);
  return (
    <li class="chair-reader">
      <Show when={language()} fallback={<span>{i18n.t('chair.changes.webcast')}</span>}>
        {(code) => (
          <>
            <span aria-hidden="true">
              <LanguageTag code={code()} />
            </span>
            <span class="visually-hidden">{i18n.stationName(props.reader.station)}</span>
          </>
        )}
      </Show>
      <Show when={props.reader.after !== null}>
        <span class="toned" data-tone="preview">
          <span aria-hidden="true">✓ </span>
          <span class="time" aria-hidden="true">
            {formatElapsed(props.reader.after ?? 0)}
          </span>
          <span class="visually-hidden">{i18n.t('chair.changes.seenAfter', { time: formatElapsed(props.reader.after ?? 0) })}</span>
        </span>
      </Show>
    </li>
  );
}

function Rest(props: { readonly change: LateChange; readonly owed: boolean }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const words = (): string => {
    const count = countSeen(chair.meeting(), props.change);
    if (count === null) return '';
    if (count.seen === count.of) return i18n.t('chair.changes.ownedByNobody');
    return i18n.t('chair.list.seenBy', { seen: count.seen, of: count.of });
  };
  return (
    <li class="chair-changes-line">
      <span>
        <ChangeWords sentence={sentenceOf(chair.meeting(), props.change)} />
      </span>
      <Chip tone={props.owed ? 'warn' : undefined}>{words()}</Chip>
    </li>
  );
}
