/**
 * The real client (`client/live`) as a station of a meeting, over real sockets, with a witness: everything it would show as
 * live and every command it gave is written down. Unlike `station.ts` it reconnects, resumes and repeats by itself.
 */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { type LiveClient, type LiveClientPorts, type LiveView, makeLiveClient, type StopReason } from '../../client/live/live-client.ts';
import { memoryStorage } from '../../client/live/outbox.ts';
import type { SocketLike } from '../../client/live/socket.ts';
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import type { OutputLanguage } from '../../shared/domain/meeting.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { Down, OutcomeFrame } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { subprotocols } from '../../shared/protocol/version.ts';
import { type AirPicture, type LivePicture, makeWitness } from './witness.ts';

export interface LiveStation {
  readonly station: Station;
  view(): LiveView;
  /** Server's clock as this station knows it, ms. */
  now(): number;
  /** Never resolves when the page is reloaded before the outcome; `commands` tells what became of it. */
  give(command: Command, expiresInMs?: number): Promise<OutcomeFrame>;
  /** The page again: nothing is kept but the commands without outcome. */
  reload(): void;
  /** Closes the page, and with it the sockets. */
  leave(): void;
  /** Resolves as soon as it holds, looked at after every change and ten times a second. */
  until(what: string, holds: () => boolean, deadlineMs?: number): Promise<void>;
  /** What was shown as live, oldest first. */
  live(): readonly LivePicture[];
  /** What was on the output pages of this station. */
  air(): readonly AirPicture[];
  commands(): readonly GivenCommand[];
  /** How often a server has welcomed it. */
  connections(): number;
}

export interface GivenCommand {
  readonly commandId: string;
  readonly station: Station;
  readonly type: CommandType;
  /** Epoch ms of this machine. */
  readonly givenAt: number;
  /** What the page knows; `null`: nothing yet. */
  readonly outcome: FinalStatus | null;
  readonly code: string | null;
  /** Final outcomes that the page was sent over connections it had not given up; more than one when it was repeated. */
  readonly told: readonly FinalStatus[];
}

export type FinalStatus = 'ok' | 'duplicate' | 'refused' | 'expired';

export interface LiveStationSettings {
  readonly meetingId: string;
  readonly station: Station;
  readonly token: string;
  /** `http://host:port` for the next connection: asked each time, as a load balancer would choose. */
  readonly origin: () => string;
  /** Of the output pages that are watched; default: none. */
  readonly languages?: readonly OutputLanguage[];
  readonly holdMs?: number;
  /** In [0, 1), for the spread of reconnections. */
  readonly random?: () => number;
}

/** As the pages do: pictures ten times a second, the client's own clock once. */
const tickMs = 100;
const ticksPerSecond = 10;

interface Ledger {
  readonly commandId: string;
  readonly type: CommandType;
  readonly givenAt: number;
  settled: OutcomeFrame | null;
  committed: boolean;
  code: string | null;
  readonly told: FinalStatus[];
}

export function startLiveStation(settings: LiveStationSettings): LiveStation {
  const { station, languages = [], holdMs = 0 } = settings;
  const ledger = new Map<string, Ledger>();
  const newIds: string[] = [];
  const witness = makeWitness({ languages, holdMs });
  const storage = memoryStorage();
  const watchers = new Set<() => void>();
  const leaving = new AbortController();
  const sockets = new Set<WebSocket>();
  let connections = 0;
  let client: LiveClient = open();
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    client.notice();
    if (ticks % ticksPerSecond === 0) client.tick();
    look();
  }, tickMs);

  function open(): LiveClient {
    // `makeLiveClient` may call back before it has returned.
    let opened: LiveClient | null = null;
    const onChange = (): void => void (opened !== null && opened === client && look());
    const ports: LiveClientPorts = {
      open: () => openSocket(settings, sockets, hear),
      later(ms, run) {
        const waiting = setTimeout(run, ms);
        return () => clearTimeout(waiting);
      },
      random: settings.random ?? Math.random,
      now: () => performance.now(),
      wallClock: Date.now,
      newId() {
        const id = randomBytes(16).toString('hex');
        newIds.push(id);
        return id;
      },
      storage,
      whyRefused: () => whyRefused(settings, leaving.signal),
    };
    opened = makeLiveClient({ station, clientId: randomBytes(16).toString('hex'), view: 'simulation', ports, onChange });
    return opened;
  }

  function hear(frame: Down): void {
    if (frame.k === 'welcome') connections += 1;
    if (frame.k === 'event' && frame.commandId !== undefined) {
      const entry = ledger.get(frame.commandId);
      if (entry !== undefined) entry.committed = true;
    }
    if (frame.k !== 'outcome' || frame.status === 'busy' || frame.status === 'unavailable') return;
    const entry = ledger.get(frame.commandId);
    entry?.told.push(frame.status);
    if (entry !== undefined) entry.code ??= frame.code ?? null;
  }

  function look(): void {
    const view = client.view();
    witness.look({
      meeting: view.meeting,
      isLive: view.status === 'live',
      trueUntil: view.trueUntil,
      now: client.now(),
      history: view.history,
    });
    for (const watch of [...watchers]) watch();
  }

  function asGiven(entry: Ledger, pending: ReadonlySet<string>): GivenCommand {
    const { commandId, type, givenAt, settled, committed, code, told } = entry;
    return { commandId, station, type, givenAt, outcome: outcomeOf(), code: settled?.code ?? code, told };

    function outcomeOf(): FinalStatus | null {
      if (settled !== null) return settled.status === 'busy' || settled.status === 'unavailable' ? null : settled.status;
      if (pending.has(commandId)) return null;
      // Given before a reload: the page that asked is gone, and what it left behind was settled by the next one.
      return told.at(-1) ?? (committed ? 'ok' : 'expired');
    }
  }

  return {
    station,
    view: () => client.view(),
    now: () => client.now(),
    async give(command, expiresInMs = limits.expiresMs.draft) {
      const before = newIds.length;
      const answer = client.give(command, expiresInMs);
      const commandId = newIds[before];
      if (commandId === undefined) throw new Error('Expected the command to get its id at once');
      const entry: Ledger = { commandId, type: command.type, givenAt: Date.now(), settled: null, committed: false, code: null, told: [] };
      ledger.set(commandId, entry);
      const outcome = await answer;
      entry.settled = outcome;
      return outcome;
    },
    reload() {
      closeSockets();
      client = open();
      look();
    },
    leave() {
      clearInterval(timer);
      leaving.abort();
      closeSockets();
    },
    until(what, holds, deadlineMs = 5_000) {
      return new Promise((resolve, reject) => {
        const settle = (finish: () => void): void => {
          clearTimeout(deadline);
          watchers.delete(watch);
          finish();
        };
        const watch = (): void => void (holds() && settle(resolve));
        const deadline = setTimeout(
          () => settle(() => reject(new Error(`${station} waited ${deadlineMs} ms in vain for: ${what}`))),
          deadlineMs,
        );
        watchers.add(watch);
        watch();
      });
    },
    live: witness.live,
    air: witness.air,
    commands() {
      const pending = new Set(client.view().pending.map(({ commandId }) => commandId));
      return [...ledger.values()].map((entry) => asGiven(entry, pending));
    },
    connections: () => connections,
  };

  function closeSockets(): void {
    client.close();
    witness.end();
    for (const socket of sockets) socket.terminate();
    sockets.clear();
  }
}

function openSocket(
  { origin, meetingId, station, token }: LiveStationSettings,
  sockets: Set<WebSocket>,
  hear: (frame: Down) => void,
): SocketLike {
  const url = `${origin().replace(/^http/, 'ws')}/api/meetings/${meetingId}/live?station=${encodeURIComponent(station)}`;
  const socket = new WebSocket(url, [...subprotocols], { perMessageDeflate: false, headers: { Authorization: `Bearer ${token}` } });
  sockets.add(socket);
  let givenUp = false;
  const like: SocketLike = {
    onmessage: null,
    onclose: null,
    get protocol() {
      return socket.protocol;
    },
    send: (text) => socket.send(text),
    close(code) {
      givenUp = true;
      socket.close(code);
    },
  };
  // A close follows every error, and says all that a browser would be told.
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const text = String(data);
    if (!givenUp) hear(JSON.parse(text) as Down);
    like.onmessage?.({ data: text });
  });
  socket.on('close', (code) => {
    sockets.delete(socket);
    like.onclose?.({ code });
  });
  return like;
}

/** As `client/state/browser-ports.ts`. */
async function whyRefused({ origin, meetingId, token }: LiveStationSettings, signal: AbortSignal): Promise<StopReason | null> {
  try {
    const answer = await fetch(`${origin()}/api/meetings/${meetingId}`, { headers: { Authorization: `Bearer ${token}` }, signal });
    await answer.body?.cancel();
    if (answer.status === 401 || answer.status === 403) return 'denied';
    return answer.status === 404 ? 'meetingGone' : null;
  } catch {
    return null;
  }
}
