/** Who asks: the session of a request, for the meeting in its path. */
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

export interface AdminVariables {
  readonly Variables: { session: Session };
}

/** For `/api/meetings/:id/...`: 401 without a session, 403 with that of another meeting, 404 without the meeting. */
export function requireMeeting({ identity, hubs }: Pick<ServerDeps, 'identity' | 'hubs'>) {
  return createMiddleware<MeetingVariables>(async function findSessionAndMeeting(c, next) {
    const meetingId = c.req.param('id') ?? '';
    const session = await sessionOf(c, identity, isMeetingId(meetingId) ? meetingId : '');
    if (session === null) return problem('unauthorised');
    if (session.meetingId !== null && session.meetingId !== meetingId) return problem('otherMeeting');
    const hub = isMeetingId(meetingId) ? await hubs.open(meetingId) : null;
    if (hub === null) return problem('meetingUnknown');
    c.set('session', session);
    c.set('hub', hub);
    return next();
  });
}

/** For what only the admin may do, whatever other stations the same browser holds. */
export function requireAdmin({ identity }: Pick<ServerDeps, 'identity'>) {
  return createMiddleware<AdminVariables>(async function findAdmin(c, next) {
    const meetingId = c.req.param('id') ?? '';
    const session = (await sessionOf(c, identity, meetingId, 'admin')) ?? (await sessionOf(c, identity, meetingId));
    if (session === null) return problem('unauthorised');
    if (session.station !== 'admin') return refusalProblem({ code: 'notYourStation' });
    c.set('session', session);
    return next();
  });
}

async function sessionOf(c: Context, identity: ServerDeps['identity'], meetingId: string, wanted?: string): Promise<Session | null> {
  const headers = { authorization: c.req.header('authorization'), cookie: c.req.header('cookie') };
  for (const token of credentialsOf(headers, meetingId, wanted ?? c.req.query('station') ?? null).tokens) {
    const session = await identity.sessionOf(token);
    if (session !== null) return session;
  }
  return null;
}
