/** Secrets of station links. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Station } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';

/**
 * Derived, so that each start can print working links although only hashes are stored: 256 bits that nobody can compute
 * without the admin token.
 */
export function stationToken(adminToken: string, meetingId: MeetingId, station: Station, generation: number): string {
  return createHmac('sha256', adminToken).update(`${meetingId}/${station}/${generation}`).digest('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Takes as long for a hash that is nearly right. */
export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1'));
}

/** Characters. Of those that `ADMIN_TOKEN` may have, sixteen at random are 96 bits; below that words are more likely than chance. */
export const shortestStrongToken = 16;

export function isGuessable(token: string): boolean {
  return token.length < shortestStrongToken;
}

/** The admin token of this data folder; made at the first start. */
export function keptAdminToken(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'admin-token');
  try {
    // `wx`: of two processes that start at once, one writes and the other reads what it wrote.
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  }
  chmodSync(path, 0o600);
  const token = readFileSync(path, 'utf8').trim();
  if (token.length < 32) throw new Error(`Expected a token of at least 32 characters in ${path}`);
  return token;
}
