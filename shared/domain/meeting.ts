/**
 * The state of one meeting: plain JSON, folded from the log, the same on every station that may see it.
 * Instants are epoch milliseconds of the store's clock; lengths of time are seconds unless the name says `Ms`.
 */
import type { ChangeId, CueId, EntryId, MeetingId, PersonId, SegmentId, SignalId, TermId } from '../lib/ids.ts';
import type { BoothName, Language, LanguageCode } from '../reference/languages.ts';
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
  readonly booths: Readonly<Record<BoothName, Booth>>;
  /** The change of language in the present statement that booths had to act on; `null` when there was none. */
  readonly languageSwitch: LanguageSwitch | null;
  /** Terms of the team, in the order in which they came in. Staff only. */
  readonly glossary: readonly Term[];
  readonly practice: Practice;
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
  /** IPA between slashes, or a respelling. Staff only. */
  readonly pronunciation: string | null;
  /** The words by which the chair will call the speaker, when they are not the name. Staff only. */
  readonly announcedAs: string | null;
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
  /** The version before this one, so that a reader can see what has changed. */
  readonly previous: { readonly version: number; readonly paragraphs: readonly string[] } | null;
}

export interface ScriptPosition {
  /** Index into `paragraphs`, from 0. */
  readonly paragraph: number;
  readonly mode: 'onScript' | 'offScript' | 'skipped';
  readonly at: number;
  readonly by: Station;
  /** What has been read without leaving the text, up to this position; absent off the text, and while another has the floor. */
  readonly stretch?: ReadStretch;
}

/** A part of the text that the speaker read in one go, by the speaker's clock: pauses do not count. */
export interface ReadStretch {
  readonly fromParagraph: number;
  readonly fromMs: number;
  /** When the paragraph of the position was reached. */
  readonly toMs: number;
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

/** The interpreters working into one language, or making captions or signs. */
export interface Booth {
  readonly interpreters: readonly Interpreter[];
  /** Announced choice of the language a biactive booth works into for the others. */
  readonly retourInto: Language | null;
  readonly onMic: { readonly interpreter: string; readonly since: number } | null;
  /** What the booth says it does; `null` while it has not said. */
  readonly declared: Declared | null;
  /** A sign between boothmates, until somebody takes the microphone or it is withdrawn. */
  readonly handover: HandoverSign | null;
}

/** The state of a console as the booth declares it by a key: the console itself cannot tell. */
export interface Declared {
  /** Channel the booth feeds; `null` = microphones off. */
  readonly feeds: Language | null;
  /** What the booth hears: the floor, or a channel; `null` = nothing. */
  readonly listensTo: 'floor' | Language | null;
  readonly at: number;
}

export interface HandoverSign {
  /** `request`: who is at the microphone asks to be relieved; `ready`: a boothmate can take over. */
  readonly kind: 'request' | 'ready';
  readonly interpreter: string;
  readonly at: number;
}

export interface LanguageSwitch {
  readonly from: LanguageCode;
  readonly to: LanguageCode;
  readonly at: number;
  /** Booths whose work changed, in the order in which they have to act. */
  readonly booths: readonly Language[];
  /** When each of them said that it does what the plan says. */
  readonly confirmed: Readonly<Partial<Record<Language, number>>>;
}

/** One notion in the languages in which somebody has given a word for it. The first form of a language is the preferred one. */
export interface Term {
  readonly id: TermId;
  readonly forms: Readonly<Partial<Record<Language, readonly string[]>>>;
  readonly note: string | null;
}

/** What the chief interpreter may set for this meeting. */
export interface Practice {
  /** Minutes at the microphone after which the turn is marked, quietly and then clearly. Half an hour is UN practice. */
  readonly turnMarks: readonly [number, number];
  /** Words (characters in Chinese) a minute; languages not named keep `rules/pace.ts`. */
  readonly paceLimits: Readonly<Partial<Record<LanguageCode, PaceLimits>>>;
  /** Consent to relay of a relay. */
  readonly allowDoubleRelay: boolean;
}

export interface PaceLimits {
  readonly amber: number;
  readonly red: number;
}

export interface Interpreter {
  /** Initials or a name, unique in the booth. Staff only. */
  readonly id: string;
  /** Optional: initials will do. */
  readonly name?: string;
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
  readonly term: number;
}
