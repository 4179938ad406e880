/** An event as the stores keep it, and the ways between that and what the program works with. */
import type { Author } from '../../shared/domain/events.ts';
import { isStation } from '../../shared/domain/stations.ts';
import type { CommandId } from '../../shared/lib/ids.ts';
import type { Position, RecordedEvent } from './event-store.ts';
import { chainHash } from './hash-chain.ts';
import { upcast } from './upcast.ts';

export interface StoredEvent {
  readonly offset: number;
  readonly epoch: number;
  readonly hash: string;
  /** Epoch ms. */
  readonly time: number;
  readonly by: Author;
  readonly commandId: CommandId;
  /** In which `fact` was written, see `upcast.ts`. */
  readonly schema: number;
  /** JSON, byte for byte what was hashed. */
  readonly fact: string;
}

export function storedToRecorded(stored: StoredEvent): RecordedEvent {
  return {
    position: positionOf(stored),
    event: { ...upcast(stored.schema, stored.fact), at: stored.time, by: stored.by },
    commandId: stored.commandId,
  };
}

export function positionOf(stored: StoredEvent): Position {
  return { epoch: stored.epoch, offset: stored.offset, hash: stored.hash };
}

/** Whether `events` are what comes directly after `last`, without a gap and in the same history. */
export function continuesFrom(last: Position, events: readonly StoredEvent[]): boolean {
  let { offset, hash } = last;
  for (const event of events) {
    offset += 1;
    hash = chainHash(hash, offset, event.time, event.fact);
    if (event.offset !== offset || event.hash !== hash) return false;
  }
  return true;
}

/** `null` for anything that is not a message of `commit-script.ts`: every program on the same Redis can publish. */
export function parsePublished(message: string): readonly StoredEvent[] | null {
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return null;
  }
  return Array.isArray(value) && value.length > 0 && value.every(isStoredEvent) ? value : null;
}

export function isAuthor(text: string): text is Author {
  return text === 'booth' || isStation(text);
}

function isStoredEvent(value: unknown): value is StoredEvent {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return (
    [fields.offset, fields.epoch, fields.time, fields.schema].every(Number.isSafeInteger) &&
    [fields.hash, fields.commandId, fields.fact].every((field) => typeof field === 'string') &&
    typeof fields.by === 'string' &&
    isAuthor(fields.by)
  );
}
