/** One answer to "who is this?" for all doors: station links, HTTP, WebSocket. Wrong tokens are slowed down per address. */
import { networkOf } from '../lib/address.ts';
import type { Log } from '../lib/log.ts';
import type { Metrics } from '../lib/metrics.ts';
import { createTokenBuckets, type Rate } from '../lib/token-bucket.ts';
import type { Identity, Session } from './identity.ts';
import { isGuessable, shortestStrongToken } from './tokens.ts';

export interface Doorkeeper {
  /**
   * The session of the first token that opens one; `null`: none does, or there is none. `tooMany`: none does, and this address
   * has shown too many that do not. Rejects with `StoreUnavailable`.
   */
  admit(tokens: readonly string[], address: string): Promise<Session | null | 'tooMany'>;
}

/**
 * Wrong tokens per address. A conference centre sits behind one address: thirty people who open a link that was just replaced
 * are not an attack, and who has the right link must get in whatever others do. So a right token is never counted and never
 * refused: 256 bits are not guessed at any speed. Our choice.
 */
export const wrongTokenRate: Rate = { perSecond: 0.2, burst: 30 };
/** Seconds; until the next wrong token would be answered as such. */
export const wrongTokenRetryAfter = 1 / wrongTokenRate.perSecond;

/** Lines of the log about one address. */
const lineRate: Rate = { perSecond: 1 / 60, burst: 1 };
const addressesKept = 5_000;

export function createDoorkeeper(identity: Identity, log: Log, metrics: Pick<Metrics, 'wrongToken'>): Doorkeeper {
  const wrong = createTokenBuckets(wrongTokenRate, addressesKept);
  const lines = createTokenBuckets(lineRate, addressesKept);
  const adminIsGuessable = isGuessable(identity.adminToken);
  /** Wrong tokens so short that they can only be guesses at a guessable admin token. */
  const guesses = createTokenBuckets(wrongTokenRate, addressesKept);
  const adminsWereHere = new Set<string>();

  /** A guessable admin token is not even looked at from where too many were tried, unless its owner has been there before. */
  function mayBeAdmin(from: string): boolean {
    return !adminIsGuessable || adminsWereHere.has(from) || guesses.hasSome(from);
  }

  function remember(from: string): void {
    adminsWereHere.add(from);
    const [oldest] = adminsWereHere;
    if (adminsWereHere.size > addressesKept && oldest !== undefined) adminsWereHere.delete(oldest);
  }

  return {
    async admit(tokens, address) {
      const from = networkOf(address);
      for (const token of tokens) {
        const session = await identity.sessionOf(token);
        if (session === null) continue;
        if (session.station !== 'admin') return session;
        if (!mayBeAdmin(from)) continue;
        remember(from);
        return session;
      }
      if (tokens.length === 0) return null;
      if (tokens.some((token) => token.length < shortestStrongToken)) guesses.take(from);
      const limited = !wrong.take(from);
      metrics.wrongToken(limited);
      if (limited && lines.take(from)) log.warn({ address: from }, 'too many wrong tokens from one address');
      return limited ? 'tooMany' : null;
    },
  };
}
