/**
 * The chain that makes two histories of one meeting distinguishable. Both stores compute it alike; the Redis script does so
 * in Lua (`commit-script.ts`), byte for byte what stands here:
 *
 *     hash(0) = ''
 *     hash(n) = sha1hex( hash(n-1) + n + time + factJson )
 *
 * all as UTF-8 text without separators: `n` is the offset and `time` epoch ms, both in decimal; `factJson` is the fact as it
 * is stored, before any upcast. Nothing here is secret: SHA-1 guards against mixed-up histories, not against forgers, and it
 * is the only hash a Redis script has.
 */
import { createHash } from 'node:crypto';
import type { MeetingEvent } from '../../shared/domain/events.ts';

export function chainHash(previousHash: string, offset: number, time: number, factJson: string): string {
  return createHash('sha1').update(`${previousHash}${offset}${time}${factJson}`).digest('hex');
}

/** The hash an event should have. Only for events of the present schema: an upcast one no longer has the text it was hashed as. */
export function hashOfEvent(previousHash: string, offset: number, event: MeetingEvent): string {
  const { at, by: _by, ...fact } = event;
  return chainHash(previousHash, offset, at, JSON.stringify(fact));
}
