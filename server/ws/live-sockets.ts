/** All sockets of this process: how they come in, what is done for them every second, and how they end. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { chooseSubprotocol } from '../../shared/protocol/version.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { isStoreAway } from '../app/store-away.ts';
import { createTurnstile } from '../lib/turnstile.ts';
import { type AdmissionLimits, createAdmission } from './admission.ts';
import { checkUp } from './check-up.ts';
import { Connection, laneOf, rankOf } from './connection.ts';
import { Receiver } from './receive.ts';
import { type Admitted, checkHandshake, type HandshakeRefusal, refuseHandshake } from './upgrade-checks.ts';
import { createWelcome } from './welcome.ts';

export interface LiveSockets {
  count(): number;
  stats(): LiveStats;
  /** Says goodbye to all (4000) and takes no more. Resolves when they are gone, or after a second. */
  close(): Promise<void>;
}

/** Gauges of now, and counts since the start. */
export interface LiveStats {
  /** Open sockets. Output pages are not among the stations here. */
  readonly stations: number;
  readonly outputs: number;
  readonly displays: number;
  /** Bytes written and not yet taken by the system, of all sockets. */
  readonly queuedBytes: number;
  /** Sockets that get nothing until they have read what waits. */
  readonly lagging: number;
  /** Handshakes refused since the start. A reason that is not named did not occur. */
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  /** Sockets ended since the start, by close code; 1006 for those that just went away. */
  readonly closed: Readonly<Record<string, number>>;
}

export type RefusalReason = (typeof refusalNames)[HandshakeRefusal['status']] | 'full' | 'tooManyFromThere' | 'draining';

const refusalNames = {
  400: 'notAnUpgrade',
  401: 'noSession',
  403: 'denied',
  404: 'noSuchMeeting',
  421: 'otherHost',
  426: 'version',
  429: 'quota',
  500: 'fault',
  503: 'storeAway',
} as const satisfies Record<HandshakeRefusal['status'], string>;

type Deps = Pick<
  ServerDeps,
  | 'identity'
  | 'doorkeeper'
  | 'hubs'
  | 'commands'
  | 'commandStatus'
  | 'presence'
  | 'clock'
  | 'log'
  | 'publicOrigin'
  | 'isOwnHost'
  | 'clientAddress'
  | 'build'
>;

/** Each second all sockets are looked at, in so many parts: thousands of pings at once would hold up everything else. */
const partsOfSecond = 10;
/** Of each turn of the event loop, for handshakes and for joining. Half a slice of the fan-out: those who are here come first. */
const comingInMs = 2;
/** When the server stops; what has not answered by then is cut. */
const goodbyeMs = 1_000;

export function attachLiveSockets(server: Server, deps: Deps, admission: AdmissionLimits): LiveSockets {
  const connections = new Set<Connection>();
  const places = createAdmission(admission);
  const turnstile = createTurnstile(comingInMs);
  const refused: Partial<Record<RefusalReason, number>> = {};
  const closed: Record<string, number> = {};
  const endpoints = { station: endpoint(limits.maxPayloadBytes.station), display: endpoint(limits.maxPayloadBytes.display) };
  const welcomeFrame = createWelcome(deps.build);
  let closing = false;
  let ticks = 0;
  let seconds = 0;
  let opened = 0;

  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    // First of all: a reset during the checks below must not end the process.
    raw.on('error', destroyThis);
    void welcome(request, raw, head);
  });

  async function welcome(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    if (closing) return refuse(raw, 'draining', { status: 503, headers: { 'Retry-After': '1' } });
    const admitted = await checkHandshake(request, deps);
    if ('status' in admitted) return refuse(raw, refusalNames[admitted.status], admitted);
    if (raw.destroyed || closing) return void raw.destroy();
    const { station } = admitted.session;
    const place = places.enter(admitted.address, rankOf(station) === 'stations' ? 'works' : 'watches');
    if (place === 'full') return refuse(raw, place, { status: 503, headers: { 'Retry-After': '15' } });
    if (place === 'tooManyFromThere') return refuse(raw, place, { status: 429, headers: { 'Retry-After': '15' } });
    raw.once('close', place.release);
    turnstile.pass(laneOf(station), () => {
      // The answer to the handshake and the welcome leave in one write.
      raw.cork();
      endpoints[station === 'display' ? 'display' : 'station'].handleUpgrade(request, raw, head, (socket) => open(socket, raw, admitted));
      raw.uncork();
    });
  }

  function refuse(raw: Duplex, reason: RefusalReason, refusal: HandshakeRefusal): void {
    refused[reason] = (refused[reason] ?? 0) + 1;
    refuseHandshake(raw, refusal);
  }

  function open(socket: WebSocket, raw: Duplex, admitted: Admitted): void {
    const connection = new Connection(socket, raw, { ...admitted, number: opened }, turnstile);
    opened += 1;
    const receiver = new Receiver(connection, deps);
    connections.add(connection);
    deps.presence.enter(admitted.hub, admitted.session.station);
    // `ws` reports frames that break the protocol here, after it has closed with the fitting code.
    socket.on('error', (fault) => deps.log.info({ station: connection.session.station, fault: fault.message }, 'socket failed'));
    socket.on('message', (data, isBinary) => receiver.receive(Buffer.isBuffer(data) ? data : null, isBinary));
    socket.on('ping', () => receiver.receive(null, false));
    socket.on('pong', () => receiver.receive(null, false));
    socket.on('close', (heard) => {
      connections.delete(connection);
      const code = connection.closed() ?? heard;
      deps.presence.leave(connection.hub, connection.session.station);
      closed[code] = (closed[code] ?? 0) + 1;
      if (code === closeCodes.slow.code) tellSlow(connection);
    });
    connection.send(welcomeFrame(admitted.session.station, deps.clock.now()));
  }

  function tellSlow({ session, hub }: Connection): void {
    const who = { station: session.station, meetingId: hub.meetingId };
    // Displays on bad networks are many, and nobody has to do anything about one of them.
    if (session.station === 'display') deps.log.info(who, 'slow client closed');
    else deps.log.warn(who, 'slow client closed');
  }

  function everyPart(): void {
    ticks += 1;
    const part = ticks % partsOfSecond;
    if (part === 0) everySecond();
    for (const connection of connections) if (connection.number % partsOfSecond === part) checkUp(connection);
  }

  function everySecond(): void {
    seconds += 1;
    const displaysToo = seconds % (limits.beaconMs.display / limits.beaconMs.station) === 0;
    for (const hub of deps.hubs.all()) {
      hub.beacon('others');
      if (displaysToo) hub.beacon('displays');
    }
    if (seconds % (limits.stationRecheckMs / 1000) === 0) void recheck();
  }

  /** A revocation that was not told, because the store was away at that moment, is found here. */
  async function recheck(): Promise<void> {
    for (const tokenHash of new Set([...connections].map((connection) => connection.session.tokenHash))) {
      try {
        if (!(await deps.identity.isStillValid(tokenHash))) endSession(tokenHash);
      } catch (fault) {
        if (isStoreAway(fault)) return;
        deps.log.error({ fault: String(fault) }, 'sessions not rechecked');
      }
    }
  }

  function endSession(tokenHash: string): void {
    for (const connection of connections) if (connection.session.tokenHash === tokenHash) connection.close('sessionEnded');
  }

  deps.identity.onEnded(endSession);
  deps.hubs.onGone((meetingId) => {
    for (const connection of connections) if (connection.hub.meetingId === meetingId) connection.close('meetingClosed');
  });
  const timer = setInterval(everyPart, limits.beaconMs.station / partsOfSecond).unref();

  return {
    count: () => connections.size,
    stats() {
      const open = [...connections];
      const displays = open.filter(({ isDisplay }) => isDisplay).length;
      const outputs = open.filter(({ session }) => session.station === 'output').length;
      return {
        stations: open.length - displays - outputs,
        outputs,
        displays,
        queuedBytes: open.reduce((sum, connection) => sum + connection.queuedBytes(), 0),
        lagging: open.filter((connection) => connection.isLagging()).length,
        refused: { ...refused },
        closed: { ...closed },
      };
    },
    async close() {
      closing = true;
      clearInterval(timer);
      for (const connection of connections) connection.close('draining');
      const deadline = performance.now() + goodbyeMs;
      while (connections.size > 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
      for (const each of Object.values(endpoints)) for (const socket of each.clients) socket.terminate();
    },
  };
}

function destroyThis(this: Duplex): void {
  this.destroy();
}

function endpoint(maxPayload: number): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    // The writer in `lib/text-frame.ts` relies on it: no extension changes the frames.
    perMessageDeflate: false,
    maxPayload,
    // Clients send messages whole. Empty fragments count for nothing in `maxPayload`, and would never end.
    maxFragments: 16,
    handleProtocols: (offered) => chooseSubprotocol(offered) ?? false,
  });
}
