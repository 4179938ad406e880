/** `/join/<token>`: a station link. Sets the session of that station in this browser and opens its page. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { cookieName } from '../app/credentials.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { createTokenBuckets } from '../lib/token-bucket.ts';
import { pageOf } from './links.ts';
import { problem } from './problem.ts';

/** Wrong links per address. 256 bits cannot be guessed; this keeps an attempt from costing us anything. */
const wrongLinks = { perSecond: 0.2, burst: 20 };
const addressesKept = 5_000;

export function joinRoutes({ identity, publicOrigin }: Pick<ServerDeps, 'identity' | 'publicOrigin'>): Hono {
  const wrong = createTokenBuckets(wrongLinks, addressesKept);

  return new Hono().get('/:token', async (c) => {
    const token = c.req.param('token');
    const session = /^[A-Za-z0-9_-]{8,128}$/.test(token) ? await identity.sessionOf(token) : null;
    if (session === null) {
      const address = getConnInfo(c).remote.address ?? '';
      return problem(wrong.take(address) ? 'linkUnknown' : 'rateLimited');
    }
    const meetingId = session.meetingId ?? '';
    setCookie(c, cookieName(meetingId, session.station), token, {
      httpOnly: true,
      sameSite: 'Strict',
      secure: publicOrigin?.startsWith('https:') ?? false,
      path: '/',
    });
    c.header('Cache-Control', 'no-store');
    return c.redirect(pageOf(meetingId, session.station), 303);
  });
}
