/** What a paper, a spreadsheet or a person sets up before the meeting. It becomes a `Meeting` by `meeting-from-plan.ts`. */
import type { BoothName, Language, LanguageCode } from '../reference/languages.ts';
import type { Delivery, Interpreter, PodiumRole, Rank } from './meeting.ts';

export interface MeetingPlan {
  readonly title: string;
  readonly shortTitle?: string;
  readonly theme?: string;
  readonly body?: string;
  readonly place?: string;
  readonly webcast?: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM` in `timeZone` (IANA name). */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  /** Default: the six. */
  readonly languages?: readonly Language[];
  readonly segments: readonly PlanSegment[];
  readonly booths?: Partial<Record<BoothName, readonly Interpreter[]>>;
  readonly glossary?: readonly NewTerm[];
  /** Default 10 s, `domain.md` section 0. */
  readonly changeoverSeconds?: number;
}

export interface PlanSegment {
  readonly title: string;
  readonly part: 'podium' | 'floor';
  readonly budgetSeconds: number;
  readonly quota?: Partial<Record<Rank, number>>;
  readonly optional?: boolean;
  readonly entries: readonly PlanEntry[];
}

export interface PlanEntry {
  readonly persons: readonly PlanPerson[];
  readonly role?: PodiumRole;
  readonly rank: Rank;
  readonly delivery?: Delivery;
  readonly language: LanguageCode;
  readonly limitSeconds: number;
  readonly onBehalfOf?: string;
  readonly script?: PlanScript;
  readonly illustrative?: boolean;
  readonly note?: string;
}

export interface PlanPerson {
  readonly kind?: 'person' | 'delegation';
  /** Without honorific, as the owner writes it. */
  readonly name: string;
  readonly nameLanguage?: LanguageCode;
  readonly honorific?: string;
  readonly function?: string;
  readonly pronunciation?: string;
  readonly announcedAs?: string;
  /** Default: that of the entry. */
  readonly delivery?: Delivery;
  readonly captions?: Partial<Record<Language, PlanCaption>>;
}

/** A term before it has its number. */
export interface NewTerm {
  readonly forms: Partial<Record<Language, readonly string[]>>;
  readonly note?: string;
}

export interface PlanCaption {
  readonly name: string;
  readonly function?: string;
  /** Where a person or a reference table vouches for this form; absent = not verified. */
  readonly verifiedBy?: string;
}

export interface PlanScript {
  readonly status: 'expected' | 'received';
  readonly language?: LanguageCode;
  readonly handling?: 'checkAgainstDelivery' | 'readOutVerbatim';
  readonly paragraphs?: readonly string[];
  readonly sample?: boolean;
}
