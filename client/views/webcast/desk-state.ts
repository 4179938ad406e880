/** What the operator has chosen on this desk, and what the keys send. */
import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Cue, Meeting, OutputLanguage } from '../../../shared/domain/meeting.ts';
import { floorEntry, nextEntry } from '../../../shared/domain/selectors.ts';
import type { MeetingState } from '../../state/meeting-state.ts';
import { type BlockReason, blockOf, type DeskAction, languageAfter, type Place, presentPlace, reviewedPlace } from './desk.ts';

export interface Desk {
  readonly meeting: Accessor<Meeting>;
  readonly live: Accessor<boolean>;
  /** Exactly what the preview shows: a take names this one, whatever was armed since. */
  readonly armed: Accessor<Cue | null>;
  readonly selected: Accessor<Place | null>;
  /** `null`: back to what follows the meeting. */
  select(place: Place | null): void;
  readonly language: Accessor<OutputLanguage>;
  setLanguage(language: OutputLanguage): void;
  nextLanguage(): void;
  block(action: DeskAction): BlockReason | null;
  arm(place: { readonly entryId: string; readonly personId?: string }): Promise<unknown>;
  take(): Promise<unknown>;
  clear(): Promise<unknown>;
  cueNext(): Promise<unknown>;
  cueFloor(): Promise<unknown>;
  review(): Promise<unknown>;
}

const nothingToDo = Promise.resolve();

export function createDesk(state: MeetingState, meeting: Accessor<Meeting>, initialLanguage: OutputLanguage): Desk {
  const [chosen, setChosen] = createSignal<Place | null>(null);
  const [language, setLanguage] = createSignal<OutputLanguage>(initialLanguage);
  const live = createMemo(() => state.connection().status === 'live');
  const armed = createMemo(() => meeting().captions.armed);
  const selected = createMemo(() => presentPlace(meeting(), chosen()), undefined, { equals: isSamePlace });

  function arm(place: { readonly entryId: string; readonly personId?: string }): Promise<unknown> {
    setChosen(null);
    return state.send({ type: 'armCaption', ...place });
  }

  return {
    meeting,
    live,
    armed,
    selected,
    select: setChosen,
    language,
    setLanguage,
    nextLanguage: () => setLanguage((before) => languageAfter(meeting(), before)),
    block: (action) => blockOf(action, meeting(), { live: live(), selected: selected() }),
    arm,
    take() {
      const cue = armed();
      return cue === null ? nothingToDo : state.send({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash });
    },
    clear: () => state.send({ type: 'clearCaption' }),
    cueNext() {
      const next = nextEntry(meeting());
      return next === null ? nothingToDo : arm({ entryId: next.id });
    },
    cueFloor() {
      const speaking = floorEntry(meeting());
      return speaking === null ? nothingToDo : arm({ entryId: speaking.id });
    },
    review() {
      const place = reviewedPlace(meeting());
      return place === null ? nothingToDo : arm(place);
    },
  };
}

function isSamePlace(one: Place | null | undefined, other: Place | null | undefined): boolean {
  return one?.entryId === other?.entryId && one?.personId === other?.personId;
}
