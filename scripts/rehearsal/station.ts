/** One station of the rehearsal: the same live client as a page, over a plain socket, with its token as a program would use it. */
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import { type LiveClient, makeLiveClient } from '../../client/live/live-client.ts';
import { memoryStorage } from '../../client/live/outbox.ts';
import type { SocketLike } from '../../client/live/socket.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { must } from '../../shared/lib/assert.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { subprotocols } from '../../shared/protocol/version.ts';
import type { Ledger } from './ledger.ts';

export interface Player {
  readonly station: Station;
  readonly meeting: () => Meeting;
  readonly isLive: () => boolean;
  /** `expectation`: the refusal that this command must meet, or none. */
  readonly give: (command: Command, expectation?: string) => Promise<OutcomeFrame>;
  /** Resolves when the meeting, as this station sees it, fulfils the condition. */
  readonly until: (condition: (meeting: Meeting) => boolean, what: string) => Promise<void>;
  readonly onChange: (listener: () => void) => void;
  readonly close: () => void;
}

/** Longer than any restart of a server that the rehearsal should survive. */
const patienceMs = 60_000;

export function openPlayer(options: {
  readonly origin: string;
  readonly meetingId: string;
  readonly station: Station;
  readonly token: string;
  readonly ledger: Ledger;
}): Player {
  const { origin, meetingId, station, token, ledger } = options;
  const listeners = new Set<() => void>();
  const address = `${origin.replace(/^http/, 'ws')}/api/meetings/${meetingId}/live?station=${encodeURIComponent(station)}`;
  const client: LiveClient = makeLiveClient({
    station,
    clientId: randomBytes(16).toString('hex'),
    view: 'rehearsal',
    onChange: () => {
      for (const listener of listeners) listener();
    },
    ports: {
      open: () => openSocket(address, token),
      later: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      now: () => performance.now(),
      newId: () => randomBytes(12).toString('hex'),
      storage: memoryStorage(),
      whyRefused: () => Promise.resolve(null),
    },
  });
  const ticking = setInterval(() => client.tick(), 250);

  return {
    station,
    meeting: () => must(client.view().meeting, `a picture of the meeting at ${station}`),
    isLive: () => client.view().status === 'live',
    async give(command, expectation) {
      const life = command.type === 'takeCaption' ? limits.expiresMs.take : limits.expiresMs.draft;
      const outcome = await client.give(command, life);
      ledger.record({ station, command, outcome, expectation: expectation ?? null });
      return outcome;
    },
    until: (condition, what) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const { meeting, status } = client.view();
          if (status !== 'live' || meeting === null || !condition(meeting)) return;
          listeners.delete(check);
          clearTimeout(deadline);
          resolve();
        };
        const deadline = setTimeout(() => {
          listeners.delete(check);
          reject(new Error(`${station} waited ${patienceMs / 1000} s in vain for: ${what}`));
        }, patienceMs);
        listeners.add(check);
        check();
      }),
    onChange: (listener) => listeners.add(listener),
    close: () => {
      clearInterval(ticking);
      client.close();
    },
  };
}

function openSocket(address: string, token: string): SocketLike {
  const socket = new WebSocket(address, [...subprotocols], { headers: { authorization: `Bearer ${token}` } });
  const port: SocketLike = {
    onmessage: null,
    onclose: null,
    get protocol() {
      return socket.protocol;
    },
    send: (text) => socket.send(text),
    close: (code) => socket.close(code),
  };
  socket.on('message', (data) => port.onmessage?.({ data: data.toString() }));
  socket.on('close', (code) => port.onclose?.({ code }));
  // A refused connection is followed by `close`, which is where it is dealt with.
  socket.on('error', () => {});
  return port;
}
