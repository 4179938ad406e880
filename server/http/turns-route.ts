/** `GET /api/meetings/:id/turns`: who had how much time at the microphone. For the chief interpreter; boothmates do not count each other. */
import { Hono } from 'hono';
import type { MeetingEvent } from '../../shared/domain/events.ts';
import { tellsOfTurns, turnsFrom } from '../../shared/domain/rules/turns.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import type { ReadLog } from '../app/read-log.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { refusalProblem } from './problem.ts';
import { type MeetingVariables, requireMeeting } from './session.ts';

const readers: ReadonlySet<Station> = new Set<Station>(['chief', 'admin']);

/** Events read at once: a day's log is several pages. */
const pageSize = 5_000;

/** Mounted at `/api/meetings`. */
export function turnsRoute(deps: ServerDeps): Hono<MeetingVariables> {
  return new Hono<MeetingVariables>().get('/:id/turns', requireMeeting(deps), async (c) => {
    if (!readers.has(c.get('session').station)) return refusalProblem({ code: 'notYourStation' });
    const events = await eventsOfTurns(deps.readLog, c.get('hub').meetingId);
    const at = deps.clock.now();
    return c.json({ at, booths: turnsFrom(events, at) });
  });
}

async function eventsOfTurns(readLog: ReadLog, meetingId: MeetingId): Promise<readonly MeetingEvent[]> {
  const kept: MeetingEvent[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page = await readLog(meetingId, 'staff', after, pageSize);
    for (const { event } of page.events) if (tellsOfTurns(event)) kept.push(event);
    after = page.next;
  }
  return kept;
}
