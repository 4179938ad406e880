/** `/join/<token>`: a station link. Sets the session of that station in this browser and opens its page. */
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { cookieName } from '../app/credentials.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { pageOf } from './links.ts';
import { problem } from './problem.ts';
import { addressOf, type SessionDeps } from './session.ts';

export function joinRoutes(deps: SessionDeps & Pick<ServerDeps, 'publicOrigin'>): Hono {
  const { doorkeeper, publicOrigin } = deps;
  return new Hono().get('/:token', async (c) => {
    const token = c.req.param('token');
    const session = await doorkeeper.admit([token], addressOf(c, deps));
    if (session === 'tooMany') return problem('tooManyWrong');
    if (session === null) return problem('linkUnknown');
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
