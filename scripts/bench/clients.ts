/**
 * Sockets of the measuring side, the same `ws` client for every server. Per frame it does the same for all: looks at one
 * letter that tells events from the rest, and finds one time stamp; no frame of an event is parsed as JSON.
 */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Position } from '../../shared/protocol/position.ts';
import { subprotocols } from '../../shared/protocol/version.ts';

export interface Door {
  readonly kind: 'bare' | 'rostrum' | 'socketio';
  /** `ws://…` */
  readonly url: string;
  /** Bearer token of a station. */
  readonly token?: string;
}

export interface Ears {
  /** An event: the whole frame. */
  onEvent(frame: Buffer, socket: BenchSocket): void;
  /** Everything else: snapshots, beacons, outcomes. */
  onOther(frame: Buffer, socket: BenchSocket): void;
}

export interface BenchSocket {
  readonly ws: WebSocket;
  /** The last frame that said where the log stands; kept only when asked for. */
  last: Buffer | null;
  /** Asks the server to send one update to everybody. Returns the id that Rostrum's commands carry. */
  update(command?: object): string;
  /** Rostrum: asks for the whole state once more. */
  askSnapshot(): void;
}

/** Socket.IO's frames begin with `42["event",`. */
const jsonAt = { bare: 0, rostrum: 0, socketio: '42["event",'.length };
/** In `{"k":"event"`; no other frame of any of the servers has a brace and an e at these places. */
const kindLetter = '{"k":"'.length;
const letters = { brace: '{'.charCodeAt(0), event: 'e'.charCodeAt(0), live: 'l'.charCodeAt(0) };
const commandIdLength = 64;

/** Resolves when the client is as far as its server lets it be: Rostrum's when live, a bare one at the first frame. */
export function openSocket(door: Door, ears: Ears, resume: { readonly from: Position | null } | null = null): Promise<BenchSocket> {
  const { kind, url, token } = door;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const ws = new WebSocket(url, kind === 'rostrum' ? [...subprotocols] : [], { perMessageDeflate: false, headers });
  const at = jsonAt[kind];
  let updates = 0;
  const socket: BenchSocket = {
    ws,
    last: null,
    update(command) {
      const commandId = `bench-${Date.now()}-`.padEnd(commandIdLength - 16, 'x') + randomBytes(8).toString('hex');
      updates += 1;
      if (kind === 'rostrum') {
        const payload = command ?? { type: 'addTime', seconds: updates % 2 === 0 ? -30 : 30 };
        ws.send(JSON.stringify({ k: 'command', commandId, expires: Date.now() + 60_000, ...payload }));
      } else if (kind === 'bare') ws.send(commandId);
      else ws.send(`42["update","${commandId}"]`);
      return commandId;
    },
    askSnapshot: () => hello(null),
  };

  function hello(position: Position | null): void {
    ws.send(JSON.stringify({ k: 'hello', client: randomBytes(16).toString('hex'), ...(position === null ? {} : { position }) }));
  }

  return new Promise((resolve, reject) => {
    ws.on('error', reject);
    ws.on('unexpected-response', (_request, response) => reject(new Error(`${url} answered ${response.statusCode}`)));
    ws.on('open', () => {
      if (kind === 'rostrum') hello(resume?.from ?? null);
    });
    ws.on('message', (frame: Buffer) => {
      const letter = frame[at + kindLetter];
      if (letter === letters.event && frame[at] === letters.brace) {
        if (resume !== null) socket.last = frame;
        ears.onEvent(frame, socket);
        return;
      }
      ears.onOther(frame, socket);
      if (kind === 'socketio') speakEngineIo(ws, frame, () => resolve(socket));
      else if (kind === 'bare' || letter === letters.live) {
        if (resume !== null) socket.last = frame;
        resolve(socket);
      }
    });
  });
}

/** Engine.IO 4: `0` open, `2` ping; Socket.IO 5 above it: `40` connect. */
function speakEngineIo(ws: WebSocket, frame: Buffer, connected: () => void): void {
  const text = frame.toString('latin1', 0, 2);
  if (text === '40') connected();
  else if (text.startsWith('0')) ws.send('40');
  else if (text === '2') ws.send('3');
}

/** The 13 digits after `mark`; NaN when it is not there. */
export function stampIn(frame: Buffer, mark: string): number {
  const found = frame.indexOf(mark, 0, 'latin1');
  if (found < 0) return Number.NaN;
  let stamp = 0;
  for (let at = found + mark.length; at < found + mark.length + 13; at += 1) stamp = stamp * 10 + (frame[at] ?? 0) - 48;
  return stamp;
}
