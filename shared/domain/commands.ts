/** Everything a station can ask for. Imperative; parsed by `shared/protocol/messages/command.ts`, decided by `decide.ts`. */
import type { ChangeId, CueId, EntryId, PersonId, SegmentId, SignalId, TermId } from '../lib/ids.ts';
import type { BoothName, Language, LanguageCode } from '../reference/languages.ts';
import type { Delivery, HandoverSign, Interpreter, PaceLimits, Rank, ScriptPosition, SignalKind, SignalState } from './meeting.ts';
import type { NewTerm, PlanEntry, PlanPerson } from './plan.ts';

export type Command =
  | { readonly type: 'callEntry'; readonly entryId: EntryId }
  /** Ends the statement on the floor, if any, in the same commit. */
  | { readonly type: 'giveFloor'; readonly entryId: EntryId; readonly personId?: PersonId }
  | { readonly type: 'endStatement' }
  | { readonly type: 'pauseClock' }
  | { readonly type: 'resumeClock' }
  | { readonly type: 'addTime'; readonly seconds: number }
  | { readonly type: 'setFloorLanguage'; readonly language: LanguageCode }
  | { readonly type: 'insertEntry'; readonly entry: NewEntry; readonly beforeId?: EntryId }
  /** Without `beforeId`: to the end of its segment. */
  | { readonly type: 'moveEntry'; readonly entryId: EntryId; readonly beforeId?: EntryId; readonly reason?: string }
  | { readonly type: 'swapEntries'; readonly entryId: EntryId; readonly withId: EntryId; readonly reason?: string }
  | { readonly type: 'withdrawEntry'; readonly entryId: EntryId; readonly reason?: string }
  | { readonly type: 'markAbsent'; readonly entryId: EntryId }
  /** Back on the list, at the end of its segment. */
  | { readonly type: 'restoreEntry'; readonly entryId: EntryId }
  | {
      readonly type: 'replaceSpeaker';
      readonly entryId: EntryId;
      readonly speakers: readonly PlanPerson[];
      readonly language?: LanguageCode;
    }
  | { readonly type: 'editEntry'; readonly entryId: EntryId; readonly revision: number; readonly patch: EntryPatch }
  | { readonly type: 'raisePointOfOrder'; readonly entry: NewEntry }
  | { readonly type: 'requestRightOfReply'; readonly entry: NewEntry }
  | { readonly type: 'closeList' }
  | { readonly type: 'openList' }
  /** `from`: the first entry that gets the shorter time. */
  | { readonly type: 'cutTime'; readonly seconds: number; readonly from: EntryId }
  | { readonly type: 'suspendMeeting' }
  | { readonly type: 'resumeMeeting' }
  | { readonly type: 'closeMeeting' }
  | { readonly type: 'acknowledgeChange'; readonly changeId: ChangeId }
  | { readonly type: 'armCaption'; readonly entryId: EntryId; readonly personId?: PersonId }
  | { readonly type: 'takeCaption'; readonly cueId: CueId; readonly cueHash: string }
  | { readonly type: 'clearCaption' }
  /** Vouches for `text` as the name in that language; `function` too when given. */
  | {
      readonly type: 'verifyName';
      readonly entryId: EntryId;
      readonly personId?: PersonId;
      readonly language: Language;
      readonly text: string;
      readonly function?: string;
    }
  | {
      readonly type: 'setScript';
      readonly entryId: EntryId;
      readonly language: LanguageCode;
      readonly text: string;
      readonly status: 'expected' | 'received' | 'checkAgainstDelivery' | 'readOutVerbatim';
    }
  | { readonly type: 'setScriptPosition'; readonly entryId: EntryId; readonly paragraph: number; readonly mode: ScriptPosition['mode'] }
  | { readonly type: 'setTeam'; readonly booth: BoothName; readonly interpreters: readonly Interpreter[] }
  /** `from`: who was at the microphone when the sender decided (`null`: nobody); somebody else by now is a refusal, never a lock. */
  | { readonly type: 'takeMicrophone'; readonly booth: BoothName; readonly interpreter: string; readonly from?: string | null }
  | {
      readonly type: 'signHandover';
      readonly booth: BoothName;
      readonly kind: HandoverSign['kind'];
      readonly interpreter: string;
    }
  | { readonly type: 'withdrawHandover'; readonly booth: BoothName }
  | {
      readonly type: 'declareBooth';
      readonly booth: Language;
      readonly feeds: Language | null;
      readonly listensTo: 'floor' | Language | null;
    }
  /** The booth does what the plan says for the language now on the floor: declared in one key. */
  | { readonly type: 'confirmTask'; readonly booth: Language }
  | { readonly type: 'announceRetour'; readonly booth: Language; readonly into: Language }
  /** Only what is named changes. */
  | { readonly type: 'setPractice'; readonly practice: PracticePatch }
  /** Without `termId`: a new term. */
  | { readonly type: 'setTerm'; readonly termId?: TermId; readonly term: NewTerm }
  | { readonly type: 'removeTerm'; readonly termId: TermId }
  /** A term that shares a form with a known one gives that one its words, in the languages that it names. */
  | { readonly type: 'importTerms'; readonly terms: readonly NewTerm[] }
  | { readonly type: 'requestSlowDown' }
  | { readonly type: 'raiseSignal'; readonly kind: SignalKind }
  | { readonly type: 'answerSignal'; readonly signalId: SignalId; readonly state: SignalState };

export type CommandType = Command['type'];

/** An entry as it is inscribed: a plan's entry, and where it goes. Defaults: the running segment, two minutes. */
export interface NewEntry extends Omit<PlanEntry, 'limitSeconds' | 'script' | 'illustrative'> {
  readonly segmentId?: SegmentId;
  readonly limitSeconds?: number;
}

/** Only what is named changes. */
export interface EntryPatch {
  readonly rank?: Rank;
  readonly delivery?: Delivery;
  readonly language?: LanguageCode;
  readonly limitSeconds?: number;
  readonly onBehalfOf?: string | null;
  readonly note?: string | null;
  readonly persons?: readonly PersonPatch[];
}

export interface PersonPatch {
  readonly id: PersonId;
  readonly name?: string;
  readonly honorific?: string | null;
  readonly function?: string | null;
  readonly pronunciation?: string | null;
  readonly announcedAs?: string | null;
  /** A form that is set here is not verified until somebody verifies it. */
  readonly captions?: Partial<Record<Language, { readonly name: string; readonly function?: string | null }>>;
}

export interface PracticePatch {
  readonly turnMarks?: readonly [number, number];
  /** `null`: back to the usual limits of that language. */
  readonly paceLimits?: Readonly<Partial<Record<LanguageCode, PaceLimits | null>>>;
  readonly allowDoubleRelay?: boolean;
}
