/**
 * Everything the server may send: types only, since a client trusts the server it came from. The order on one socket:
 * `welcome`, then after `hello` either one `snapshot` or `event`s from the position named, then `live`, then `event`s as they
 * happen; `beacon`, `outcome`, `time`, `status`, `presence` and `stale` at any moment after `welcome`; `bye` last.
 */
import type { CommandType } from '../domain/commands.ts';
import type { MeetingEvent } from '../domain/events.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import type { Station } from '../domain/stations.ts';
import type { TimeAnswer } from './messages/time.ts';
import type { Position } from './position.ts';

export interface Welcome {
  readonly k: 'welcome';
  readonly station: Station;
  /** Types of command this station may send. */
  readonly rights: readonly CommandType[];
  readonly limits: { readonly maxPayloadBytes: number; readonly commandsPerSecond: number; readonly commandBurst: number };
  readonly beaconMs: number;
  /** Store's clock, ms. */
  readonly time: number;
  readonly build: string;
}

/** Replaces everything the client holds. */
export interface SnapshotFrame {
  readonly k: 'snapshot';
  readonly position: Position;
  /** Delivery counter: the next `event` carries `n + 1`. */
  readonly n: number;
  readonly meeting: Meeting;
}

export interface EventFrame {
  readonly k: 'event';
  readonly position: Position;
  /** Counts the frames of this audience on this server without a hole: a jump means that one was lost. */
  readonly n: number;
  readonly event: MeetingEvent;
  readonly commandId?: string;
}

/** End of recovery: what is shown may now go on air. Sets the delivery counter. */
export interface LiveFrame {
  readonly k: 'live';
  readonly position: Position;
  readonly n: number;
}

export interface BeaconFrame {
  readonly k: 'beacon';
  readonly position: Position;
  readonly n: number;
  readonly time: number;
}

export interface OutcomeFrame {
  readonly k: 'outcome';
  readonly commandId: string;
  readonly status: 'ok' | 'duplicate' | 'refused' | 'expired' | 'unavailable' | 'busy';
  readonly code?: RefusalCode | ProtocolErrorCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly current?: unknown;
  readonly position?: Position;
}

/** Refusals that come before the domain is asked. */
export type ProtocolErrorCode =
  | 'malformed'
  | 'unauthorised'
  | 'expired'
  | 'rateLimited'
  | 'storeUnavailable'
  | 'meetingUnknown'
  | 'tooLarge';

/** The store is away or lags: what the client has is shown as not live until the next `live`. */
export interface StaleFrame {
  readonly k: 'stale';
  readonly since: number;
  readonly why: 'storeUnavailable' | 'catchingUp';
}

/** In answer to `status`: what the log says, read at its end. `unknown` ones are not in it; a copy still on its way may yet come. */
export interface StatusFrame {
  readonly k: 'status';
  readonly committed: readonly { readonly commandId: string; readonly position: Position }[];
  readonly unknown: readonly string[];
}

/** Who is connected to this meeting, in all server processes together. To staff only, at most twice a second; may be lost. */
export interface PresenceFrame {
  readonly k: 'presence';
  /** Sockets per station; a station that is not named has none. */
  readonly stations: Readonly<Partial<Record<Station, number>>>;
}

export interface ByeFrame {
  readonly k: 'bye';
  readonly code: number;
  readonly retryMs: number;
}

export type Down =
  | Welcome
  | SnapshotFrame
  | EventFrame
  | LiveFrame
  | BeaconFrame
  | OutcomeFrame
  | StaleFrame
  | StatusFrame
  | PresenceFrame
  | ByeFrame
  | TimeAnswer;
