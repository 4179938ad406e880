/** What only the admin may do: set up meetings, give out links and replace them. */
import { Hono } from 'hono';
import * as z from 'zod';
import { isStation } from '../../shared/domain/stations.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { meetingPlanSchema } from '../../shared/protocol/messages/plan.ts';
import { linkedStations } from '../app/identity.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { jsonBody, limitedBody, onlyOwnJson } from './json-body.ts';
import { joinUrl, linksFrom } from './links.ts';
import { problem, refusalProblem } from './problem.ts';
import { type AdminVariables, type MeetingVariables, requireAdmin, requireMeeting } from './session.ts';
import { whereWrong } from './where-wrong.ts';

export const createMeetingSchema = z.strictObject({ plan: meetingPlanSchema });

export function adminRoutes(deps: ServerDeps): Hono<AdminVariables & MeetingVariables> {
  const { meetings, identity, publicOrigin } = deps;

  return new Hono<AdminVariables & MeetingVariables>()
    .post('/', onlyOwnJson(publicOrigin), requireAdmin(deps), limitedBody, async (c) => {
      const body = createMeetingSchema.safeParse(await jsonBody(c.req));
      if (!body.success) return problem('malformed', { detail: whereWrong(body.error) });
      const { plan } = body.data;
      const created = await meetings.create(plan);
      if (!created.ok) return refusalProblem(created.error);
      const tokens = await identity.tokensFor(created.value);
      const links = linksFrom(originOf(c.req.url, publicOrigin), tokens, plan.languages ?? officialLanguages);
      return c.json({ meetingId: created.value, links }, 201);
    })
    .delete('/:id', onlyOwnJson(publicOrigin), requireAdmin(deps), requireMeeting(deps), async (c) => {
      await meetings.remove(c.get('hub').meetingId);
      return c.body(null, 204);
    })
    .get('/:id/links', requireAdmin(deps), requireMeeting(deps), async (c) => {
      const { meetingId, state } = c.get('hub');
      const links = linksFrom(originOf(c.req.url, publicOrigin), await identity.tokensFor(meetingId), state().meeting.languages);
      return c.json({ links });
    })
    .post('/:id/links/:station/rotate', onlyOwnJson(publicOrigin), requireAdmin(deps), requireMeeting(deps), async (c) => {
      const station = c.req.param('station');
      if (!isStation(station) || !linkedStations.includes(station)) return problem('stationUnknown');
      const token = await identity.rotate(c.get('hub').meetingId, station);
      return c.json({ station, link: joinUrl(originOf(c.req.url, publicOrigin), token) });
    });
}

function originOf(url: string, publicOrigin: string | null): string {
  return publicOrigin ?? new URL(url).origin;
}
