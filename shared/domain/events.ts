/**
 * Past-tense facts of a meeting. They are PERSISTED: never change the meaning of one; add a new type, or upcast in
 * `server/store/upcast.ts`. `decide` makes `Fact`s; the store adds when and by whom.
 */
import type { ChangeId, EntryId, MeetingId, PersonId, SegmentId, SignalId, TermId } from '../lib/ids.ts';
import type { BoothName, Language, LanguageCode } from '../reference/languages.ts';
import type {
  CaptionText,
  ChangeKind,
  Cue,
  Delivery,
  Declared,
  Entry,
  HandoverSign,
  Interpreter,
  Person,
  Practice,
  Rank,
  ScriptPosition,
  ScriptText,
  SignalKind,
  SignalState,
  Term,
} from './meeting.ts';
import type { MeetingPlan } from './plan.ts';
import type { Station } from './stations.ts';

export type Fact =
  /** Always the first of a log. */
  | { readonly type: 'meetingPlanned'; readonly meetingId: MeetingId; readonly plan: MeetingPlan }
  | { readonly type: 'entryCalled'; readonly entryId: EntryId }
  | {
      readonly type: 'floorGiven';
      readonly entryId: EntryId;
      readonly personId: PersonId;
      readonly language: LanguageCode;
      readonly limitSeconds: number;
    }
  | { readonly type: 'statementEnded'; readonly entryId: EntryId }
  | { readonly type: 'clockPaused' }
  | { readonly type: 'clockResumed' }
  | { readonly type: 'timeAdded'; readonly seconds: number }
  | { readonly type: 'floorLanguageSet'; readonly language: LanguageCode }
  /** `entry` is whole: ids are given out by `decide`. `beforeId` null = end of its segment. */
  | { readonly type: 'entryInserted'; readonly entry: Entry; readonly beforeId: EntryId | null }
  | {
      readonly type: 'entryMoved';
      readonly entryId: EntryId;
      /** The segment it is in afterwards. */
      readonly segmentId: SegmentId;
      readonly beforeId: EntryId | null;
      readonly reason: string | null;
    }
  | { readonly type: 'entriesSwapped'; readonly entryId: EntryId; readonly withId: EntryId; readonly reason: string | null }
  | { readonly type: 'entryWithdrawn'; readonly entryId: EntryId; readonly reason: string | null }
  | { readonly type: 'entryMarkedAbsent'; readonly entryId: EntryId }
  /** To the end of `segmentId`: its own segment, or the present one when its own has passed. */
  | { readonly type: 'entryRestored'; readonly entryId: EntryId; readonly segmentId: SegmentId }
  | {
      readonly type: 'speakerReplaced';
      readonly entryId: EntryId;
      readonly persons: readonly Person[];
      readonly delivery: Delivery;
      readonly language: LanguageCode;
    }
  | { readonly type: 'entryEdited'; readonly entryId: EntryId; readonly changes: EntryChanges }
  | { readonly type: 'pointOfOrderRaised'; readonly entry: Entry; readonly afterId: EntryId | null }
  | { readonly type: 'listClosed' }
  | { readonly type: 'listOpened' }
  | { readonly type: 'timeCut'; readonly seconds: number; readonly entryIds: readonly EntryId[] }
  | { readonly type: 'meetingSuspended' }
  | { readonly type: 'meetingResumed' }
  | { readonly type: 'meetingClosed'; readonly notReached: readonly EntryId[] }
  | {
      readonly type: 'lateChangeNoted';
      readonly changeId: ChangeId;
      readonly kind: ChangeKind;
      readonly entryId: EntryId;
      readonly distance: number | null;
      readonly subject: string;
      readonly before: string | null;
      readonly after: string | null;
      readonly mustSee: readonly Station[];
      /** Earlier changes of the same entry that this one makes void. */
      readonly cancels: readonly ChangeId[];
    }
  | { readonly type: 'changeAcknowledged'; readonly changeId: ChangeId; readonly station: Station }
  | { readonly type: 'captionArmed'; readonly cue: Omit<Cue, 'armedAt' | 'armedBy'> }
  | { readonly type: 'captionTaken'; readonly cueId: string; readonly cueHash: string }
  | { readonly type: 'captionCleared' }
  | {
      readonly type: 'nameVerified';
      readonly entryId: EntryId;
      readonly personId: PersonId;
      readonly language: Language;
      readonly name: string;
      readonly function: string | null;
    }
  | {
      readonly type: 'scriptSet';
      readonly entryId: EntryId;
      readonly status: 'expected' | 'received';
      readonly text: Omit<ScriptText, 'receivedAt' | 'previous'> | null;
    }
  | {
      readonly type: 'scriptPositionSet';
      readonly entryId: EntryId;
      readonly paragraph: number;
      readonly mode: ScriptPosition['mode'];
    }
  | { readonly type: 'teamSet'; readonly booth: BoothName; readonly interpreters: readonly Interpreter[] }
  | { readonly type: 'microphoneTaken'; readonly booth: BoothName; readonly interpreter: string }
  | {
      readonly type: 'handoverSigned';
      readonly booth: BoothName;
      readonly kind: HandoverSign['kind'];
      readonly interpreter: string;
    }
  | { readonly type: 'handoverWithdrawn'; readonly booth: BoothName }
  /** `confirms`: it is what the plan asks for, so a language switch that waits for the booth is done there. */
  | {
      readonly type: 'boothDeclared';
      readonly booth: Language;
      readonly feeds: Declared['feeds'];
      readonly listensTo: Declared['listensTo'];
      readonly confirms: boolean;
    }
  /** After `floorLanguageSet`, when work changes in some booth. */
  | {
      readonly type: 'languageSwitchBegan';
      readonly from: LanguageCode;
      readonly to: LanguageCode;
      readonly booths: readonly Language[];
    }
  /** Whole: what it says replaces what was. */
  | { readonly type: 'practiceSet'; readonly practice: Practice }
  /** In the place of the term with the same id, or at the end. */
  | { readonly type: 'termsSet'; readonly terms: readonly Term[] }
  | { readonly type: 'termRemoved'; readonly termId: TermId }
  | { readonly type: 'retourAnnounced'; readonly booth: Language; readonly into: Language }
  /** Anonymous: the store records `booth` as its author, never which one. */
  | { readonly type: 'slowDownRequested' }
  | { readonly type: 'signalRaised'; readonly signalId: SignalId; readonly kind: SignalKind; readonly from: Station }
  | { readonly type: 'signalAnswered'; readonly signalId: SignalId; readonly state: SignalState };

export type FactType = Fact['type'];

/** Author of an event. `booth` alone: a booth, deliberately not which. */
export type Author = Station | 'booth';

/** A fact with the store's time and its author: what `evolve` folds. */
export type MeetingEvent = Fact & { readonly at: number; readonly by: Author };

export interface EntryChanges {
  readonly rank?: Rank;
  readonly delivery?: Delivery;
  readonly language?: LanguageCode;
  readonly limitSeconds?: number;
  readonly onBehalfOf?: string | null;
  readonly note?: string | null;
  readonly persons?: readonly PersonChanges[];
}

export interface PersonChanges {
  readonly id: PersonId;
  readonly name?: string;
  readonly honorific?: string | null;
  readonly function?: string | null;
  readonly pronunciation?: string | null;
  readonly announcedAs?: string | null;
  readonly captions?: Partial<Record<Language, CaptionText>>;
}
