/** What the parts of the chair's page share: the meeting, its forecast, which row is selected, which dialog is open, what is read out. */
import { type Accessor, createContext, createEffect, createMemo, createSignal, type JSX, on, useContext } from 'solid-js';
import type { Command } from '../../../shared/domain/commands.ts';
import { entryById, subjectOf } from '../../../shared/domain/entries.ts';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import type { AheadWarning } from '../../../shared/domain/rules/look-ahead.ts';
import { type Forecast, forecast } from '../../../shared/domain/rules/forecast.ts';
import { nextEntry } from '../../../shared/domain/selectors.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import { type Language, officialLanguages } from '../../../shared/reference/languages.ts';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { useAhead } from '../look-ahead/use-ahead.ts';

export type ChairDialog =
  | { readonly kind: 'insert' | 'pointOfOrder' | 'rightOfReply' | 'closeMeeting' | 'language' }
  | { readonly kind: 'edit' | 'replace' | 'withdraw' | 'swap' | 'script' | 'cut'; readonly entryId: EntryId };

export interface Chair {
  readonly meeting: Accessor<Meeting>;
  /** Server's clock in whole seconds, epoch ms: for what need not tick faster. */
  readonly second: Accessor<number>;
  readonly forecast: Accessor<Forecast>;
  /** What the booths have to prepare for those still to speak. */
  readonly ahead: Accessor<readonly AheadWarning[]>;
  /** The row that the keys of the list act on: the one chosen, else the next speaker. */
  readonly selected: Accessor<Entry | null>;
  select(entryId: EntryId): void;
  readonly dialog: Accessor<ChairDialog | null>;
  open(dialog: ChairDialog): void;
  close(): void;
  /** `true` when it was carried out; then `done` is read out. */
  give(command: Command, done?: string): Promise<boolean>;
  say(text: string): void;
  readonly said: Accessor<string>;
  /** Vouches for the six names of a State as soon as its entry, which has just been asked for, is on the list. */
  verifyWhenListed(name: string, names: Readonly<Record<Language, string>>): void;
}

const ChairContext = createContext<Chair>();

export function ChairProvider(props: {
  readonly meeting: Accessor<Meeting>;
  readonly dialog: Accessor<ChairDialog | null>;
  readonly setDialog: (dialog: ChairDialog | null) => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const chair = createChair(() => props.meeting());
  const dialogs = {
    dialog: () => props.dialog(),
    open: (dialog: ChairDialog) => props.setDialog(dialog),
    close: () => props.setDialog(null),
  };
  return <ChairContext.Provider value={{ ...chair, ...dialogs }}>{props.children}</ChairContext.Provider>;
}

export function useChair(): Chair {
  const chair = useContext(ChairContext);
  if (chair === undefined) throw new Error('useChair needs a ChairProvider: chair-page.tsx puts one round its parts');
  return chair;
}

function createChair(meeting: Accessor<Meeting>): Omit<Chair, 'dialog' | 'open' | 'close'> {
  const state = useMeetingState();
  const whole = (): Meeting => state.whole() ?? meeting();
  const second = createMemo(() => Math.floor(state.now() / 1000) * 1000);
  const [chosen, setChosen] = createSignal<EntryId | null>(null);
  const [said, setSaid] = createSignal('');
  const selected = createMemo(() => {
    const id = chosen();
    return (id === null ? null : entryById(meeting(), id)) ?? nextEntry(meeting()) ?? meeting().entries.at(-1) ?? null;
  });
  const verifyWhenListed = createVerification(meeting, (command) => state.send(command));

  return {
    meeting,
    second,
    forecast: createMemo(() => forecast(whole(), second())),
    ahead: useAhead(whole, second),
    selected,
    select: setChosen,
    async give(command, done) {
      const outcome = await state.send(command);
      const carriedOut = outcome.status === 'ok' || outcome.status === 'duplicate';
      if (carriedOut && done !== undefined) setSaid(done);
      return carriedOut;
    },
    say: setSaid,
    said,
    verifyWhenListed,
  };
}

interface Awaited {
  readonly name: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly known: ReadonlySet<EntryId>;
}

function createVerification(meeting: Accessor<Meeting>, send: (command: Command) => unknown): Chair['verifyWhenListed'] {
  const [awaited, setAwaited] = createSignal<Awaited | null>(null);
  const arrived = createMemo(() => {
    const wanted = awaited();
    return wanted === null ? undefined : meeting().entries.find((entry) => !wanted.known.has(entry.id) && subjectOf(entry) === wanted.name);
  });
  createEffect(
    on(arrived, (entry) => {
      const wanted = awaited();
      if (entry === undefined || wanted === null) return;
      setAwaited(null);
      for (const language of officialLanguages) send({ type: 'verifyName', entryId: entry.id, language, text: wanted.names[language] });
    }),
  );
  return (name, names) => setAwaited({ name, names, known: new Set(meeting().entries.map((entry) => entry.id)) });
}
