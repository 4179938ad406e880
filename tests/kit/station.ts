/** A station as a program sees it: joins with a bearer token, folds what it is sent, sends commands, keeps every frame. */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Command } from '../../shared/domain/commands.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Down, OutcomeFrame, Welcome } from '../../shared/protocol/down.ts';
import type { Position } from '../../shared/protocol/position.ts';
import { subprotocols } from '../../shared/protocol/version.ts';

export interface StationClient {
  readonly welcome: Welcome;
  /** Folded from what was sent: the same as the server's, as far as this station may see it. */
  meeting(): Meeting;
  position(): Position | null;
  isLive(): boolean;
  /** Everything received, oldest first. */
  frames(): readonly Down[];
  /** Events that did not carry the next delivery number, after `live`. Stays empty. */
  gaps(): readonly string[];
  /** Resolves with the first outcome of its id. */
  send(command: Command, options?: SendOptions): Promise<OutcomeFrame>;
  hello(position?: Position | null): void;
  sendRaw(data: string | Buffer): void;
  /** Resolves as soon as it holds, looked at after every frame. */
  until(what: string, holds: () => boolean, deadlineMs?: number): Promise<void>;
  /** Stops and goes on reading from the network. */
  pause(): void;
  resume(): void;
  /** The code it was closed with. */
  readonly closed: Promise<number>;
  close(): Promise<void>;
}

export interface SendOptions {
  readonly commandId?: string;
  /** Epoch ms of the store's clock; default: in 30 s. */
  readonly expires?: number;
}

export interface StationSettings {
  /** `http://host:port`. */
  readonly origin: string;
  readonly meetingId: string;
  readonly token: string;
  /** `none`: say no hello. Otherwise where the client's state stands, with that state. */
  readonly hello?: 'none' | { readonly position: Position; readonly meeting: Meeting };
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: what this version speaks. */
  readonly protocol?: string | readonly string[];
}

/** Resolves when the station is live (with `hello: 'none'`: welcomed). Rejects with `HandshakeRefused` when it was not let in. */
export async function connectStation(settings: StationSettings): Promise<StationClient> {
  const { origin, meetingId, token, hello, headers = {}, protocol = subprotocols } = settings;
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/meetings/${meetingId}/live`, [protocol].flat(), {
    perMessageDeflate: false,
    headers: { ...(token === '' ? {} : { Authorization: `Bearer ${token}` }), ...headers },
  });
  const frames: Down[] = [];
  const gaps: string[] = [];
  const watchers = new Set<() => void>();
  const outcomes = new Map<string, (outcome: OutcomeFrame) => void>();
  const client = randomBytes(16).toString('hex');
  let meeting = typeof hello === 'object' ? hello.meeting : emptyMeeting;
  let position = typeof hello === 'object' ? hello.position : null;
  let n = 0;
  let live = false;

  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  socket.on('message', (data) => {
    // The server sends text of the type `Down`; a test that sees anything else should fail loudly.
    const frame = JSON.parse(String(data)) as Down;
    frames.push(frame);
    receive(frame);
    for (const look of [...watchers]) look();
  });

  function receive(frame: Down): void {
    switch (frame.k) {
      case 'snapshot':
        ({ meeting, position, n } = frame);
        break;
      case 'event':
        if (live && frame.n !== n + 1) gaps.push(`n ${n} -> ${frame.n} at offset ${frame.position.offset}`);
        n = frame.n;
        meeting = evolve(meeting, frame.event);
        position = frame.position;
        break;
      case 'live':
        ({ position, n } = frame);
        live = true;
        break;
      case 'beacon':
        if (live && frame.n > n) gaps.push(`beacon says ${frame.n}, got ${n}`);
        break;
      case 'stale':
        live = false;
        break;
      case 'outcome':
        outcomes.get(frame.commandId)?.(frame);
        outcomes.delete(frame.commandId);
        break;
      default:
        break;
    }
  }

  function until(what: string, holds: () => boolean, deadlineMs = 5_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        watchers.delete(look);
        finish();
      };
      const look = () => holds() && settle(resolve);
      const timer = setTimeout(() => settle(() => reject(new Error(`Waited ${deadlineMs} ms in vain for: ${what}`))), deadlineMs);
      watchers.add(look);
      look();
    });
  }

  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      reject(new HandshakeRefused(response.statusCode ?? 0));
      socket.terminate();
    });
    socket.on('open', resolve);
  });
  await until('welcome', () => frames.some(({ k }) => k === 'welcome'));
  const welcome = frames.find((frame) => frame.k === 'welcome');
  if (welcome === undefined) throw new Error('Expected a welcome');

  const sayHello = (from: Position | null = position) => {
    live = false;
    socket.send(JSON.stringify({ k: 'hello', client, ...(from === null ? {} : { position: from }) }));
  };
  if (hello !== 'none') {
    sayHello();
    await until('live or stale', () => frames.some(({ k }) => k === 'live' || k === 'stale'));
  }

  return {
    welcome,
    meeting: () => meeting,
    position: () => position,
    isLive: () => live,
    frames: () => frames,
    gaps: () => gaps,
    send(command, { commandId = randomBytes(12).toString('hex'), expires = Date.now() + 30_000 } = {}) {
      return new Promise((resolve, reject) => {
        outcomes.set(commandId, resolve);
        void closed.then((code) => reject(new Error(`Closed with ${code} before the outcome of ${command.type}`)));
        socket.send(JSON.stringify({ k: 'command', commandId, expires, ...command }));
      });
    },
    hello: sayHello,
    sendRaw: (data) => socket.send(data),
    until,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    closed,
    async close() {
      socket.close();
      await closed;
    },
  };
}

export class HandshakeRefused extends Error {
  override readonly name = 'HandshakeRefused';
  readonly status: number;

  constructor(status: number) {
    super(`The handshake was refused with ${status}`);
    this.status = status;
  }
}
