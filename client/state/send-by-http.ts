/** The way of a command that is too long for the socket: the text of a statement. One answer shape with the socket's. */
import type { Command } from '../../shared/domain/commands.ts';
import { refusals, type RefusalCode } from '../../shared/domain/refusals.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { OutcomeFrame, ProtocolErrorCode } from '../../shared/protocol/down.ts';

export interface HttpCommand {
  readonly meetingId: string;
  readonly station: Station;
  readonly commandId: string;
  /** Server's clock, ms. */
  readonly expires: number;
  readonly command: Command;
}

/** Never rejects: a server that does not answer is `unavailable`, and the same id may be sent again. */
export async function sendByHttp({ meetingId, station, commandId, expires, command }: HttpCommand): Promise<OutcomeFrame> {
  try {
    const response = await fetch(`/api/meetings/${encodeURIComponent(meetingId)}/commands?station=${encodeURIComponent(station)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commandId, expires, ...command }),
    });
    return outcomeOf(commandId, response.ok, await response.json());
  } catch {
    return { k: 'outcome', commandId, status: 'unavailable', code: 'storeUnavailable' };
  }
}

function outcomeOf(commandId: string, accepted: boolean, body: unknown): OutcomeFrame {
  const fields = typeof body === 'object' && body !== null ? body : {};
  if (accepted) {
    return { k: 'outcome', commandId, status: 'status' in fields && fields.status === 'duplicate' ? 'duplicate' : 'ok' };
  }
  const code = 'code' in fields && isCode(fields.code) ? fields.code : 'malformed';
  const status = code === 'expired' ? 'expired' : code === 'storeUnavailable' ? 'unavailable' : 'refused';
  return { k: 'outcome', commandId, status, code, ...('current' in fields ? { current: fields.current } : {}) };
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
