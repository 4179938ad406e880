/** Who may enter which meeting as which station. */
import type { Station } from '../../shared/domain/stations.ts';
import { allBooths } from '../../shared/reference/languages.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import type { StoreClock } from '../lib/clock.ts';
import type { Directory, Grant } from '../store/directory.ts';
import { isStoreAway } from './store-away.ts';
import { hashOf, sameHash, stationToken } from './tokens.ts';

export interface Session {
  /** `null`: admin, who may enter every meeting. */
  readonly meetingId: MeetingId | null;
  readonly station: Station;
  /** Names the session without giving it away. */
  readonly tokenHash: string;
}

export interface Identity {
  readonly adminToken: string;
  /** Whom a token belongs to. Goes on for a minute with what it knows when the store is away. */
  sessionOf(token: string): Promise<Session | null>;
  /** For a session that was found earlier. Rejects with `StoreUnavailable`. */
  isStillValid(tokenHash: string): Promise<boolean>;
  /** Working tokens for all stations of a meeting; grants that are missing are made. */
  tokensFor(meetingId: MeetingId): Promise<ReadonlyMap<Station, string>>;
  /** A new token; every older one of this station stops working at once, in all processes. */
  rotate(meetingId: MeetingId, station: Station): Promise<string>;
  /** Calls back with the `tokenHash` of a session that has ended. */
  onEnded(listener: (tokenHash: string) => void): void;
}

/** All that have a link; `admin` has its own. */
export const linkedStations: readonly Station[] = [
  'chair',
  'chief',
  ...allBooths.map((booth): Station => `booth:${booth}`),
  'webcast',
  'display',
  'output',
  'viewer',
];

/** How long a grant is believed without asking the store: `limits.stationRecheckMs`. */
const believedMs = 60_000;
const believedAtMost = 10_000;
/** How long it is not asked again: a hall that comes back at once asks once. A revocation that was not told counts within this time. */
const freshMs = 1_000;

export function createIdentity(directory: Directory, clock: StoreClock, adminToken: string): Identity {
  const believed = new Map<string, { readonly grant: Grant; readonly until: number; readonly freshUntil: number }>();
  const asking = new Map<string, Promise<Grant | null>>();
  let endings = 0;
  const adminHash = hashOf(adminToken);
  const listeners = new Set<(tokenHash: string) => void>();

  function end(tokenHash: string): void {
    believed.delete(tokenHash);
    asking.delete(tokenHash);
    endings += 1;
    for (const listener of listeners) listener(tokenHash);
  }
  directory.onRevoked(end);

  function grantOf(tokenHash: string): Promise<Grant | null> | Grant {
    const known = believed.get(tokenHash);
    if (known !== undefined && clock.now() < known.freshUntil) return known.grant;
    const asked = asking.get(tokenHash) ?? ask(tokenHash);
    asking.set(tokenHash, asked);
    return asked;
  }

  async function ask(tokenHash: string): Promise<Grant | null> {
    const known = believed.get(tokenHash);
    const endingsBefore = endings;
    try {
      const grant = await directory.findGrant(tokenHash);
      believed.delete(tokenHash);
      const now = clock.now();
      // An answer may be older than a revocation that was told meanwhile: it is not believed again.
      if (grant !== null && endings === endingsBefore)
        believed.set(tokenHash, { grant, until: now + believedMs, freshUntil: now + freshMs });
      const oldest = believed.keys().next();
      if (believed.size > believedAtMost && !oldest.done) believed.delete(oldest.value);
      return grant;
    } catch (fault) {
      if (isStoreAway(fault) && known !== undefined && clock.now() <= known.until) return known.grant;
      throw fault;
    } finally {
      asking.delete(tokenHash);
    }
  }

  async function ensureGrant(meetingId: MeetingId, station: Station): Promise<string> {
    const token = stationToken(adminToken, meetingId, station, await directory.generation(meetingId, station));
    const tokenHash = hashOf(token);
    const grant = await directory.findGrant(tokenHash);
    if (grant === null) await directory.putGrant(tokenHash, { meetingId, station, createdAt: clock.now() });
    return token;
  }

  return {
    adminToken,
    async sessionOf(token) {
      const tokenHash = hashOf(token);
      if (sameHash(tokenHash, adminHash)) return { meetingId: null, station: 'admin', tokenHash: adminHash };
      const grant = await grantOf(tokenHash);
      return grant === null ? null : { meetingId: grant.meetingId, station: grant.station, tokenHash };
    },
    isStillValid: async (tokenHash) => tokenHash === adminHash || (await directory.findGrant(tokenHash)) !== null,
    async tokensFor(meetingId) {
      const tokens = new Map<Station, string>();
      for (const station of linkedStations) tokens.set(station, await ensureGrant(meetingId, station));
      return tokens;
    },
    async rotate(meetingId, station) {
      // First the generation: a process that prints links meanwhile must not make the old grant again.
      await directory.rotate(meetingId, station);
      const grants = await directory.listGrants(meetingId);
      for (const grant of grants.filter((each) => each.station === station)) {
        await directory.revokeGrant(grant.tokenHash);
        end(grant.tokenHash);
      }
      return ensureGrant(meetingId, station);
    },
    onEnded: (listener) => void listeners.add(listener),
  };
}
