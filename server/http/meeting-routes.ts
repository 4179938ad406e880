/** Reading meetings: state, log, forecast, relay. */
import { type Context, Hono } from 'hono';
import { forecast } from '../../shared/domain/rules/forecast.ts';
import { warningsPerEntry } from '../../shared/domain/rules/look-ahead.ts';
import { planRelayFor } from '../../shared/domain/rules/relay-from-meeting.ts';
import { nextEntry, queue } from '../../shared/domain/selectors.ts';
import { audienceOf } from '../../shared/domain/stations.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { problem, refusalProblem } from './problem.ts';
import { type MeetingVariables, requireMeeting } from './session.ts';

const pageSize = { usual: 1_000, most: 5_000 };

/** Mounted at `/api/meetings`. The list of titles is public, as the home page shows it before any link was opened. */
export function meetingRoutes(deps: ServerDeps): Hono {
  const one = new Hono<MeetingVariables>()
    .use(requireMeeting(deps))
    .get('/', (c) => {
      const hub = c.get('hub');
      const { position, live } = hub.state();
      return c.json({ position, live, meeting: hub.seenBy(audienceOf(c.get('session').station)) });
    })
    .get('/events', async (c) => {
      const after = wholeNumber(c, 'after', 0, Number.MAX_SAFE_INTEGER) ?? 0;
      const limit = wholeNumber(c, 'limit', 1, pageSize.most) ?? pageSize.usual;
      if (Number.isNaN(after) || Number.isNaN(limit)) return problem('malformed', { detail: 'after and limit are whole numbers.' });
      const hub = c.get('hub');
      const page = await deps.readLog(hub.meetingId, audienceOf(c.get('session').station), after, limit);
      return c.json({ position: hub.state().position, ...page });
    })
    .get('/forecast', (c) => c.json(forecast(c.get('hub').state().meeting, deps.clock.now())))
    .get('/relay', (c) => {
      // A relay plan names interpreters.
      if (audienceOf(c.get('session').station) === 'public') return refusalProblem({ code: 'notYourStation' });
      const { meeting } = c.get('hub').state();
      if (c.req.query('entries') === 'all') {
        const warnings = warningsPerEntry(meeting, deps.clock.now());
        return c.json({
          entries: queue(meeting).map(({ id, language }) => ({
            entryId: id,
            ...(planRelayFor(meeting, language) ?? noPlan(language)),
            warnings: warnings.filter(({ entryId }) => entryId === id),
          })),
        });
      }
      const asked = c.req.query('floor');
      if (asked !== undefined && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(asked)) {
        return problem('malformed', { detail: 'floor is an ISO 639 code.' });
      }
      const floor = asked ?? meeting.floor?.language ?? nextEntry(meeting)?.language ?? 'en';
      return c.json(planRelayFor(meeting, floor) ?? noPlan(floor));
    });

  return new Hono().get('/', async (c) => c.json({ meetings: await deps.meetings.list() })).route('/:id', one);
}

/** No booth has named its team: nothing is known, which is not the same as six gaps. */
function noPlan(floor: string) {
  return { floor, via: null, retour: null, rows: [], pivots: [], cost: { gaps: 0, doubles: 0, handovers: 0, relays: 0 } };
}

/** `null` when it is not there, NaN when it is not a whole number in the range. */
function wholeNumber(c: Context, name: string, least: number, most: number): number | null {
  const text = c.req.query(name);
  if (text === undefined) return null;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : Number.NaN;
}
