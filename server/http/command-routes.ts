/** `POST /api/meetings/:id/commands`: the same command, the same outcome as over the WebSocket. */
import { type Context, Hono } from 'hono';
import { audienceOf } from '../../shared/domain/stations.ts';
import { assertNever } from '../../shared/lib/assert.ts';
import { commandEnvelopeSchema, commandPayloadSchema } from '../../shared/protocol/messages/command.ts';
import type { CommandOutcome } from '../app/handle-command.ts';
import { seenEvents } from '../app/read-log.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { createTokenBuckets } from '../lib/token-bucket.ts';
import { jsonBody, limitedBody, onlyOwnJson } from './json-body.ts';
import { problem, refusalProblem } from './problem.ts';
import { type MeetingVariables, requireMeeting } from './session.ts';
import { whereWrong } from './where-wrong.ts';

/** Per session. Five times the quota of a socket: a program may send in bursts what a station sends by hand. Our choice. */
const commandRate = { perSecond: 100, burst: 200 };
const sessionsKept = 5_000;

export function commandRoutes(deps: ServerDeps): Hono<MeetingVariables> {
  const quota = createTokenBuckets(commandRate, sessionsKept);

  return new Hono<MeetingVariables>().post(
    '/:id/commands',
    onlyOwnJson(deps.publicOrigin),
    requireMeeting(deps),
    limitedBody,
    async (c) => {
      const session = c.get('session');
      if (!quota.take(session.tokenHash)) return problem('rateLimited');
      const body = await jsonBody(c.req);
      const envelope = commandEnvelopeSchema.safeParse(body);
      if (!envelope.success) return problem('malformed', { detail: whereWrong(envelope.error) });
      const { commandId, expires, ...payload } = envelope.data;
      const command = commandPayloadSchema.safeParse(payload);
      if (!command.success) return problem('malformed', { detail: whereWrong(command.error) });
      const request = { commandId, expires: expires ?? null, command: command.data, by: session.station };
      return reply(c, await deps.commands.handle(c.get('hub'), request));
    },
  );
}

function reply(c: Context<MeetingVariables>, outcome: CommandOutcome): Response {
  switch (outcome.status) {
    case 'ok':
    case 'duplicate': {
      const { status, position, events } = outcome;
      return c.json({ status, position, events: seenEvents(audienceOf(c.get('session').station), events) });
    }
    case 'refused':
      return refusalProblem(outcome.refusal);
    case 'expired':
      return problem('expired');
    case 'busy':
      return problem('busy');
    case 'unavailable':
      return problem('storeUnavailable');
    default:
      return assertNever(outcome);
  }
}
