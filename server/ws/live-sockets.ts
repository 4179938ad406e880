/** All sockets of this process: how they come in, what is done for them every second, and how they end. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { limits } from '../../shared/protocol/limits.ts';
import { chooseSubprotocol } from '../../shared/protocol/version.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { isStoreAway } from '../app/store-away.ts';
import { type AdmissionLimits, createAdmission } from './admission.ts';
import { type Connection, createConnection } from './connection.ts';
import { createReceiver } from './receive.ts';
import { type Admitted, checkHandshake, refuseHandshake } from './upgrade-checks.ts';

export interface LiveSockets {
  count(): number;
  /** Says goodbye to all (4000) and takes no more. Resolves when they are gone, or after a second. */
  close(): Promise<void>;
}

type Deps = Pick<ServerDeps, 'identity' | 'hubs' | 'commands' | 'commandStatus' | 'clock' | 'log' | 'publicOrigin' | 'build'>;

const pingEverySeconds = 10;
/** Three pings without an answer. */
const silenceMs = 32_000;
/** When the server stops; what has not answered by then is cut. */
const goodbyeMs = 1_000;

export function attachLiveSockets(server: Server, deps: Deps, admission: AdmissionLimits): LiveSockets {
  const connections = new Set<Connection>();
  const places = createAdmission(admission);
  const endpoints = { station: endpoint(limits.maxPayloadBytes.station), display: endpoint(limits.maxPayloadBytes.display) };
  let closing = false;
  let seconds = 0;

  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    // First of all: a reset during the checks below must not end the process.
    raw.on('error', () => raw.destroy());
    void welcome(request, raw, head);
  });

  async function welcome(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    if (closing) return refuseHandshake(raw, { status: 503, headers: { 'Retry-After': '1' } });
    const admitted = await checkHandshake(request, deps);
    if ('status' in admitted) return refuseHandshake(raw, admitted);
    if (raw.destroyed || closing) return void raw.destroy();
    const isDisplay = admitted.session.station === 'display';
    const place = places.enter(request.socket.remoteAddress ?? '', isDisplay);
    if (place === 'full') return refuseHandshake(raw, { status: 503, headers: { 'Retry-After': '15' } });
    if (place === 'tooManyFromThere') return refuseHandshake(raw, { status: 429, headers: { 'Retry-After': '15' } });
    raw.once('close', place.release);
    endpoints[isDisplay ? 'display' : 'station'].handleUpgrade(request, raw, head, (socket) => open(socket, raw, admitted));
  }

  function open(socket: WebSocket, raw: Duplex, { session, hub }: Admitted): void {
    // `ws` reports frames that break the protocol here, after it has closed with the fitting code.
    socket.on('error', (fault) => deps.log.info({ station: session.station, fault: fault.message }, 'socket failed'));
    const connection = createConnection(socket, raw, { session, hub, build: deps.build, time: deps.clock.now() });
    const receiver = createReceiver(connection, deps);
    connections.add(connection);
    socket.on('message', (data, isBinary) => receiver.receive(Buffer.isBuffer(data) ? data : null, isBinary));
    socket.on('ping', () => receiver.receive(null, false));
    socket.on('pong', () => connection.heard());
    socket.on('close', () => connections.delete(connection));
  }

  function everySecond(): void {
    seconds += 1;
    const displaysToo = seconds % (limits.beaconMs.display / limits.beaconMs.station) === 0;
    for (const hub of new Set([...connections].map((connection) => connection.hub))) {
      hub.beacon('stations');
      if (displaysToo) hub.beacon('displays');
    }
    for (const connection of connections) {
      if (connection.isTooSlow()) connection.close('slow');
      else if (connection.silentForMs() > silenceMs) connection.close('heartbeat');
      else if (!connection.saidHello() && connection.openForMs() > limits.helloWithinMs) connection.close('badMessage');
      else if (seconds % pingEverySeconds === 0) connection.ping();
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
  const timer = setInterval(everySecond, limits.beaconMs.station).unref();

  return {
    count: () => connections.size,
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

function endpoint(maxPayload: number): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    // The writer in `lib/text-frame.ts` relies on it: no extension changes the frames.
    perMessageDeflate: false,
    maxPayload,
    handleProtocols: (offered) => chooseSubprotocol(offered) ?? false,
  });
}
