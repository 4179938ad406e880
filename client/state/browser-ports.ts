/** What `client/live` needs of a browser: sockets, timers, chance, and a reason when a connection is refused. */
import type { Station } from '../../shared/domain/stations.ts';
import { subprotocols } from '../../shared/protocol/version.ts';
import type { LiveClientPorts, StopReason } from '../live/live-client.ts';
import type { OutboxStorage } from '../live/outbox.ts';
import type { SocketLike } from '../live/socket.ts';
import { sendByHttp } from './send-by-http.ts';

export function browserPorts(meetingId: string, station: Station, storage: OutboxStorage): LiveClientPorts {
  return {
    open: () => openSocket(meetingId, station),
    later(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    now: () => performance.now(),
    newId: randomHex,
    wallClock: Date.now,
    storage,
    whyRefused: () => whyRefused(meetingId, station),
    post: ({ commandId, command, expires }) => sendByHttp({ meetingId, station, commandId, expires, command }),
  };
}

/** 128 random bits. */
export function randomHex(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function openSocket(meetingId: string, station: Station): SocketLike {
  const url = new URL(`/api/meetings/${encodeURIComponent(meetingId)}/live`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('station', station);
  const socket = new WebSocket(url, [...subprotocols]);
  const like: SocketLike = {
    get protocol() {
      return socket.protocol;
    },
    onmessage: null,
    onclose: null,
    send: (text) => socket.send(text),
    close: (code) => socket.close(code),
  };
  socket.onmessage = (event) => like.onmessage?.(event);
  socket.onclose = (event) => like.onclose?.(event);
  return like;
}

async function whyRefused(meetingId: string, station: Station): Promise<StopReason | null> {
  try {
    const answer = await fetch(`/api/meetings/${encodeURIComponent(meetingId)}?station=${encodeURIComponent(station)}`);
    if (answer.status === 401 || answer.status === 403) return 'denied';
    return answer.status === 404 ? 'meetingGone' : null;
  } catch {
    // The server is away altogether: keep trying.
    return null;
  }
}
