/** The way of a command that is too long for the socket: the text of a statement, a glossary. One answer shape with the socket's. */
import type { Command } from '../../shared/domain/commands.ts';
import { refusals, type RefusalCode } from '../../shared/domain/refusals.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { OutcomeFrame, ProtocolErrorCode } from '../../shared/protocol/down.ts';
import type { Position } from '../../shared/protocol/position.ts';

export interface HttpCommand {
  readonly meetingId: string;
  readonly station: Station;
  readonly commandId: string;
  /** Server's clock, ms. */
  readonly expires: number;
  readonly command: Command;
}

/** Longer than the store takes to say that it is away; a text of 1 MiB over a slow line included. Our choice. */
const answerWithinMs = 15_000;

/** Never rejects: a server that does not answer is `unavailable`, and the same id may be sent again. */
export async function sendByHttp({ meetingId, station, commandId, expires, command }: HttpCommand): Promise<OutcomeFrame> {
  try {
    const response = await fetch(`/api/meetings/${encodeURIComponent(meetingId)}/commands?station=${encodeURIComponent(station)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commandId, expires, ...command }),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return outcomeOf(commandId, response.status, await response.json());
  } catch {
    return { k: 'outcome', commandId, status: 'unavailable', code: 'storeUnavailable' };
  }
}

function outcomeOf(commandId: string, httpStatus: number, body: unknown): OutcomeFrame {
  const fields = typeof body === 'object' && body !== null ? body : {};
  if (httpStatus >= 200 && httpStatus < 300) {
    const status = 'status' in fields && fields.status === 'duplicate' ? 'duplicate' : 'ok';
    return {
      k: 'outcome',
      commandId,
      status,
      ...('position' in fields && isPosition(fields.position) ? { position: fields.position } : {}),
    };
  }
  // The server could not deal with it now: whether it was carried out, the same id will tell.
  if (httpStatus >= 500 || httpStatus === 429) return { k: 'outcome', commandId, status: 'unavailable', code: 'storeUnavailable' };
  const code = 'code' in fields && isCode(fields.code) ? fields.code : 'malformed';
  const status = code === 'expired' ? 'expired' : 'refused';
  return {
    k: 'outcome',
    commandId,
    status,
    code,
    ...('params' in fields && isParams(fields.params) ? { params: fields.params } : {}),
    ...('current' in fields ? { current: fields.current } : {}),
  };
}

function isParams(value: unknown): value is NonNullable<OutcomeFrame['params']> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((param) => typeof param === 'string' || typeof param === 'number');
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null) return false;
  return 'epoch' in value && typeof value.epoch === 'number' && 'offset' in value && typeof value.offset === 'number' && 'hash' in value;
}

const protocolErrors: Readonly<Record<ProtocolErrorCode, true>> = {
  malformed: true,
  unauthorised: true,
  expired: true,
  rateLimited: true,
  storeUnavailable: true,
  meetingUnknown: true,
  tooLarge: true,
};

function isCode(code: unknown): code is RefusalCode | ProtocolErrorCode {
  return typeof code === 'string' && (Object.hasOwn(refusals, code) || Object.hasOwn(protocolErrors, code));
}
