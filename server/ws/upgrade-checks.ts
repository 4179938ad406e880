/** What is asked of a WebSocket handshake before any socket exists. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { chooseSubprotocol, subprotocols } from '../../shared/protocol/version.ts';
import { credentialsOf } from '../app/credentials.ts';
import { wrongTokenRetryAfter } from '../app/doorkeeper.ts';
import type { Session } from '../app/identity.ts';
import type { MeetingHub } from '../app/meeting-hub.ts';
import { isMeetingId } from '../app/meetings.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { isStoreAway } from '../app/store-away.ts';
import { isOwnOrigin } from '../lib/origin.ts';

export interface Admitted {
  readonly session: Session;
  readonly hub: MeetingHub;
  /** What quotas count. */
  readonly address: string;
}

export interface HandshakeRefusal {
  readonly status: keyof typeof reasons;
  readonly headers?: Readonly<Record<string, string>>;
}

export type CheckDeps = Pick<ServerDeps, 'doorkeeper' | 'hubs' | 'publicOrigin' | 'isOwnHost' | 'clientAddress' | 'log'>;

export async function checkHandshake(request: IncomingMessage, deps: CheckDeps): Promise<Admitted | HandshakeRefusal> {
  const target = request.url ?? '';
  const [, meetingId, query = ''] = target.match(/^\/api\/meetings\/([^/?#]+)\/live(?:\?([^#]*))?$/) ?? [];
  // `//` and its like are no addresses at all.
  if (meetingId === undefined || request.method !== 'GET') return { status: URL.canParse(target, base) ? 404 : 400 };
  if (request.headers.upgrade?.toLowerCase() !== 'websocket') return { status: 400 };

  const headers = { authorization: request.headers.authorization, cookie: request.headers.cookie };
  const credentials = credentialsOf(headers, meetingId, query === '' ? null : new URLSearchParams(query).get('station'));
  const { origin, host } = request.headers;
  if (!deps.isOwnHost(host)) return { status: 421 };
  // Browsers always send an Origin with a WebSocket, so one without must be a program, and programs name their token.
  const originFits = origin === undefined ? credentials.kind === 'bearer' : isOwnOrigin(origin, host, deps.publicOrigin);
  if (!originFits) return { status: 403 };

  const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
  if (chooseSubprotocol(offered) === null) {
    return { status: 426, headers: { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': subprotocols.join(', ') } };
  }

  try {
    const address = deps.clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for']);
    const session = await deps.doorkeeper.admit(credentials.tokens, address);
    if (session === 'tooMany') return { status: 429, headers: { 'Retry-After': String(wrongTokenRetryAfter) } };
    if (session === null) return { status: 401 };
    if (session.meetingId !== null && session.meetingId !== meetingId) return { status: 403 };
    const hub = isMeetingId(meetingId) ? await deps.hubs.open(meetingId) : null;
    return hub === null ? { status: 404 } : { session, hub, address };
  } catch (fault) {
    if (isStoreAway(fault)) return { status: 503, headers: { 'Retry-After': '2' } };
    deps.log.error({ fault: String(fault) }, 'handshake failed');
    return { status: 500 };
  }
}

const base = 'http://localhost';

/** Answers over plain HTTP and ends the connection. */
export function refuseHandshake(socket: Duplex, { status, headers = {} }: HandshakeRefusal): void {
  const all = { ...headers, Connection: 'close', 'Content-Length': '0' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\n${lines.join('')}\r\n`);
}

const reasons = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;
