/**
 * The state of one meeting: plain JSON, folded from the log, the same on every station that may see it.
 * Instants are epoch milliseconds of the store's clock; lengths of time are seconds unless the name says `Ms`.
 */
import type { ChangeId, CueId, EntryId, MeetingId, PersonId, SegmentId, SignalId } from '../lib/ids.ts';
import type { Language, LanguageCode } from '../reference/languages.ts';
import type { Station } from './stations.ts';

export interface Meeting {
  readonly id: MeetingId;
  readonly title: string;
  /** For the head of a page: at most about 40 characters. */
  readonly shortTitle: string;
  readonly theme: string | null;
  readonly body: string | null;
  readonly place: string | null;
  readonly webcast: string | null;
  /** `YYYY-MM-DD` and `HH:MM` in `timeZone`, as the paper gives them. */
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  /** The same two as instants; `hardEndAt` is when the interpreters leave. */
  readonly plannedStartAt: number;
  readonly hardEndAt: number;
  readonly languages: readonly Language[];
  readonly status: MeetingStatus;
  /** When the first speaker took the floor. */
  readonly startedAt: number | null;
  readonly closedAt: number | null;
  readonly listOpen: boolean;
  readonly segments: readonly Segment[];
  /** The list of speakers in order: of segments first, then of entries. */
  readonly entries: readonly Entry[];
  readonly floor: Floor | null;
  /** Who had the floor when a point of order was raised; gets it back when that ends. */
  readonly interrupted: Floor | null;
  readonly captions: Captions;
  readonly changes: readonly LateChange[];
  readonly signals: readonly Signal[];
  /** Merged and anonymous: no booth is recorded. */
  readonly slowDown: SlowDown | null;
  readonly booths: Readonly<Record<Language, Booth>>;
  /** Seconds lost at each change of speaker, for the forecast. */
  readonly changeoverSeconds: number;
  /** Last number given out per kind of id. */
  readonly counters: Counters;
}

export type MeetingStatus = 'planned' | 'running' | 'suspended' | 'closed';

/** A block of the meeting: the podium, or a slot of floor speakers. */
export interface Segment {
  readonly id: SegmentId;
  readonly part: 'podium' | 'floor';
  readonly title: string;
  readonly budgetSeconds: number;
  /** Places per rank in a slot of floor speakers. */
  readonly quota: Partial<Record<Rank, number>> | null;
  /** Takes place only if time allows. */
  readonly optional: boolean;
}

export type Rank = 'dignitary' | 'group' | 'state' | 'igo' | 'nhri' | 'ngo';
export type EntryStatus = 'listed' | 'called' | 'speaking' | 'done' | 'absent' | 'withdrawn' | 'replaced' | 'notReached';
export type Delivery = 'room' | 'video' | 'remote';
export type PodiumRole = 'chair' | 'opening' | 'moderator' | 'panellist';

/** One place on the list of speakers. */
export interface Entry {
  readonly id: EntryId;
  /** Rises with every edit of the entry's facts; `editEntry` names the one it was made against. */
  readonly revision: number;
  /** The revision at which what a caption says, or whether it may air, last changed. A cue is armed at one of these. */
  readonly captionRevision: number;
  readonly kind: 'statement' | 'pointOfOrder' | 'rightOfReply';
  readonly segmentId: SegmentId;
  readonly role: PodiumRole | null;
  readonly rank: Rank;
  readonly status: EntryStatus;
  readonly delivery: Delivery;
  /** The language the statement is expected in; what is spoken now is `floor.language`. */
  readonly language: LanguageCode;
  /** Never empty. The first is the one announced; others take part in the same place. */
  readonly persons: readonly Person[];
  /** Those who were to speak in this place and were replaced, oldest first. */
  readonly replaced: readonly Person[];
  readonly onBehalfOf: string | null;
  readonly limitSeconds: number;
  readonly script: Script;
  /** Made up for the sample; not on the paper. */
  readonly illustrative: boolean;
  /** Staff only. */
  readonly note: string | null;
  readonly spoken: Spoken | null;
  readonly lastEdit: { readonly at: number; readonly by: Station } | null;
}

/** One taking of the floor, from its start to its end. */
export interface Spoken {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly pausedMs: number;
  /** Including time added. */
  readonly limitSeconds: number;
}

export interface Person {
  readonly id: PersonId;
  /** A delegation is a State or organisation: its name is what is announced, nobody is named. */
  readonly kind: 'person' | 'delegation';
  /** As the owner writes it, in `nameLanguage`. Without honorific. */
  readonly name: string;
  readonly nameLanguage: LanguageCode;
  readonly honorific: string | null;
  readonly function: string | null;
  readonly delivery: Delivery;
  readonly captions: Partial<Record<Language, CaptionText>>;
}

/** What the lower third says in one language. Absent = missing. */
export interface CaptionText {
  readonly name: string;
  readonly function: string | null;
  readonly verified: Verification | null;
}

export interface Verification {
  readonly by: Station | 'reference';
  readonly at: number | null;
  readonly source: string | null;
}

export interface Script {
  readonly status: 'none' | 'expected' | 'received';
  /** One per language, newest version only. */
  readonly texts: readonly ScriptText[];
  readonly position: ScriptPosition | null;
}

export interface ScriptText {
  readonly language: LanguageCode;
  readonly version: number;
  /** What page 1 says: follow the speaker, or follow the text. */
  readonly handling: 'checkAgainstDelivery' | 'readOutVerbatim' | null;
  readonly paragraphs: readonly string[];
  readonly sample: boolean;
  readonly receivedAt: number | null;
}

export interface ScriptPosition {
  /** Index into `paragraphs`, from 0. */
  readonly paragraph: number;
  readonly mode: 'onScript' | 'offScript' | 'skipped';
  readonly at: number;
  readonly by: Station;
}

export interface Floor {
  readonly entryId: EntryId;
  readonly personId: PersonId;
  readonly since: number;
  readonly givenBy: Station;
  readonly language: LanguageCode;
  readonly languageSince: number;
  readonly clock: Clock;
}

/** Sent as instants, never as ticks: screens compute what is left (`rules/clock.ts`). */
export interface Clock {
  readonly limitSeconds: number;
  readonly startedAt: number;
  readonly pausedAt: number | null;
  readonly pausedMs: number;
}

export interface Captions {
  readonly armed: Cue | null;
  readonly onAir: OnAir | null;
  /** Rises by one with every take and every clear; outputs ignore what is older. */
  readonly seq: number;
  /** Languages that must be present and verified before a take. */
  readonly required: readonly Language[];
}

export type OutputLanguage = Language | 'floor';

/** A frozen set of captions in all languages. */
export interface Cue {
  readonly id: CueId;
  readonly entryId: EntryId;
  readonly personId: PersonId;
  readonly captionRevision: number;
  readonly lines: Partial<Record<OutputLanguage, CaptionLine>>;
  readonly hash: string;
  readonly armedAt: number;
  readonly armedBy: Station;
}

export interface CaptionLine {
  readonly name: string;
  readonly function: string | null;
  readonly language: LanguageCode;
  readonly direction: 'ltr' | 'rtl';
  readonly verified: boolean;
}

export interface OnAir {
  readonly cue: Cue;
  readonly takenAt: number;
  readonly takenBy: Station;
}

export type ChangeKind =
  | 'inserted'
  | 'withdrawn'
  | 'absent'
  | 'restored'
  | 'moved'
  | 'swapped'
  | 'replaced'
  | 'representation'
  | 'language'
  | 'delivery'
  | 'titleOrName'
  | 'text'
  | 'timeLimit'
  | 'slotCut'
  | 'pointOfOrder'
  | 'notReached';

export type Severity = 'info' | 'warning' | 'critical';

/** A change after the list was given out. What it says is data; the page makes the sentence. */
export interface LateChange {
  readonly id: ChangeId;
  readonly kind: ChangeKind;
  readonly entryId: EntryId;
  readonly at: number;
  readonly by: Station;
  /** Speakers still to come before this entry when it was changed; 0 = on the floor, `null` = not in the queue. */
  readonly distance: number | null;
  /** Name of the entry's first person at that moment, then what was and what is now, when words can say it. */
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly mustSee: readonly Station[];
  /** When each of them said Seen. */
  readonly seen: Partial<Record<Station, number>>;
  /** The later change that made this one void. */
  readonly cancelledBy: ChangeId | null;
}

export type SignalKind = 'noSound' | 'noText' | 'needRelief' | 'callTechnician' | 'callChair';
export type SignalState = 'sent' | 'seen' | 'handling' | 'done';

export interface Signal {
  readonly id: SignalId;
  readonly kind: SignalKind;
  readonly from: Station;
  readonly at: number;
  readonly state: SignalState;
  readonly stateAt: number;
  readonly stateBy: Station;
}

export interface SlowDown {
  readonly at: number;
  /** Requests merged while the lamp was lit. */
  readonly count: number;
}

/** The interpreters working into one language. */
export interface Booth {
  readonly interpreters: readonly Interpreter[];
  /** Announced choice of the language a biactive booth works into for the others. */
  readonly retourInto: Language | null;
  readonly onMic: { readonly interpreter: string; readonly since: number } | null;
}

export interface Interpreter {
  /** Initials or a name, unique in the meeting. Staff only. */
  readonly id: string;
  readonly a: readonly LanguageCode[];
  readonly b: readonly LanguageCode[];
  readonly c: readonly LanguageCode[];
}

export interface Counters {
  readonly entry: number;
  readonly person: number;
  readonly cue: number;
  readonly change: number;
  readonly signal: number;
}
