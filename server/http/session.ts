/** Who asks: the session of a request, for the meeting in its path. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { credentialsOf } from '../app/credentials.ts';
import type { Session } from '../app/identity.ts';
import type { MeetingHub } from '../app/meeting-hub.ts';
import { isMeetingId } from '../app/meetings.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { problem, refusalProblem } from './problem.ts';

export interface MeetingVariables {
  readonly Variables: { session: Session; hub: MeetingHub };
}

export type SessionDeps = Pick<ServerDeps, 'doorkeeper' | 'clientAddress'>;

export interface AdminVariables {
  readonly Variables: { session: Session };
}

/**
 * For `/api/meetings/:id/...`: 401 without a session, 403 with that of another meeting, 404 without the meeting. In this order,
 * so that who has no link is answered the same whether there is such a meeting or not.
 */
export function requireMeeting(deps: SessionDeps & Pick<ServerDeps, 'hubs'>) {
  return createMiddleware<MeetingVariables>(async function findSessionAndMeeting(c, next) {
    const meetingId = c.req.param('id') ?? '';
    const session = await sessionOf(c, deps, isMeetingId(meetingId) ? meetingId : '');
    if (session instanceof Response) return session;
    if (session.meetingId !== null && session.meetingId !== meetingId) return problem('otherMeeting');
    const hub = isMeetingId(meetingId) ? await deps.hubs.open(meetingId) : null;
    if (hub === null) return problem('meetingUnknown');
    c.set('session', session);
    c.set('hub', hub);
    return next();
  });
}

/** For what only the admin may do, whatever other stations the same browser holds. */
export function requireAdmin(deps: SessionDeps) {
  return createMiddleware<AdminVariables>(async function findAdmin(c, next) {
    const session = await sessionOf(c, deps, c.req.param('id') ?? '', 'adminFirst');
    if (session instanceof Response) return session;
    if (session.station !== 'admin') return refusalProblem({ code: 'notYourStation' });
    c.set('session', session);
    return next();
  });
}

/** Where the request comes from, past our proxies. */
export function addressOf(c: Context, { clientAddress }: Pick<ServerDeps, 'clientAddress'>): string {
  return clientAddress(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'));
}

/** The session, or the answer to who has none. */
async function sessionOf(c: Context, deps: SessionDeps, meetingId: string, order?: 'adminFirst'): Promise<Session | Response> {
  const headers = { authorization: c.req.header('authorization'), cookie: c.req.header('cookie') };
  const asAdmin = order === undefined ? [] : credentialsOf(headers, meetingId, 'admin').tokens;
  const tokens = [...asAdmin, ...credentialsOf(headers, meetingId, c.req.query('station') ?? null).tokens];
  const session = await deps.doorkeeper.admit([...new Set(tokens)], addressOf(c, deps));
  if (session === 'tooMany') return problem('tooManyWrong');
  return session ?? problem('unauthorised');
}
