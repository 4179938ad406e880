/** The composition root: builds every real thing, wires it, and takes it down again in the opposite order. */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { createCommandStatus } from './app/command-status.ts';
import { createCommandHandler } from './app/handle-command.ts';
import { createDoorkeeper } from './app/doorkeeper.ts';
import { createHubs } from './app/hubs.ts';
import { createIdentity, type Identity } from './app/identity.ts';
import { createMeetings, type Meetings } from './app/meetings.ts';
import { meteredCommandHandler } from './app/metered-command-handler.ts';
import { meteredEventStore } from './app/metered-event-store.ts';
import { createPresence } from './app/presence.ts';
import { createReadLog } from './app/read-log.ts';
import { takeReadings } from './app/readings.ts';
import type { ServerDeps } from './app/server-deps.ts';
import { isGuessable, keptAdminToken, shortestStrongToken } from './app/tokens.ts';
import { watchedEventStore } from './app/watched-event-store.ts';
import type { Config } from './config.ts';
import { createHttpApp } from './http/http-app.ts';
import { notFoundPage, pageRoutes } from './http/page-routes.ts';
import { createPrometheus } from './http/prometheus.ts';
import { readStaticFiles } from './http/static-files.ts';
import { clientAddressBehind } from './lib/address.ts';
import { createStoreClock, type StoreClock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import { ownHostCheck } from './lib/own-host.ts';
import { repositoryRoot, versionOf } from './lib/repository.ts';
import { sampleMeetingId, samplePlan } from './sample/hrc37-panel.ts';
import { openStore } from './store/open-store.ts';
import { usualAdmission } from './ws/admission.ts';
import { attachLiveSockets } from './ws/live-sockets.ts';

export interface RunningServer {
  /** Where browsers reach it. */
  readonly origin: string;
  /** Where this machine reaches it, past any proxy. */
  readonly localOrigin: string;
  readonly storeKind: 'embedded' | 'redis';
  readonly build: string;
  readonly meetings: Meetings;
  readonly identity: Identity;
  /** Ends sockets with a goodbye, lets what was taken in be committed, then closes the store. */
  close(): Promise<void>;
}

const measureClockMs = 5_000;

export async function serve(config: Config, log: Log): Promise<RunningServer> {
  const root = repositoryRoot();
  const build = versionOf(root);
  const warn = (message: string) => log.warn({}, message);
  const adminToken = config.adminToken ?? keptAdminToken(config.dataDir);
  if (isGuessable(adminToken)) warn(`ADMIN_TOKEN has less than ${shortestStrongToken} characters: it can be guessed`);
  const {
    events: store,
    directory,
    presence: presenceStore,
    kind,
  } = await openStore({ redisUrl: config.redisUrl, dataDir: config.dataDir, warn });
  const clock = createStoreClock(() => store.time());
  await clock.measure();
  const stopMeasuring = keepMeasuring(clock, log);

  const prometheus = createPrometheus(build);
  const { metrics } = prometheus;
  const events = watchedEventStore(
    meteredEventStore(store, metrics, () => clock.now()),
    log,
  );
  const hubs = createHubs({ store: events, clock, log });
  const identity = createIdentity(directory, clock, adminToken);
  const commands = meteredCommandHandler(createCommandHandler(events, clock), metrics);
  const meetings = createMeetings({ store: events, directory, clock, hubs });
  if (config.demo) await loadSample(meetings);

  const presence = createPresence(presenceStore, log);

  const deps: ServerDeps = {
    meetings,
    identity,
    doorkeeper: createDoorkeeper(identity, log, metrics),
    hubs,
    commands,
    commandStatus: createCommandStatus(events),
    presence,
    clock,
    log,
    pingStore: () => events.ping(),
    readLog: createReadLog(events),
    publicOrigin: config.publicOrigin,
    isOwnHost: ownHostCheck(config.host, config.publicOrigin),
    clientAddress: clientAddressBehind(config.trustedProxies),
    build,
  };
  let draining = false;
  const server = createServer(patience);
  const files = readStaticFiles(join(root, 'dist/client'));
  const sockets = attachLiveSockets(server, deps, usualAdmission);
  const readings = () => takeReadings({ store: events, hubs, clock, socketStats: () => sockets.stats() });
  const pages = { routes: pageRoutes(files), notFound: notFoundPage(files) };
  const app = createHttpApp(deps, pages, { isDraining: () => draining, readings, prometheus });
  server.on('request', getRequestListener(app.fetch));
  const port = await listen(server, config);

  const localOrigin = `http://${reachableHost(config.host)}:${port}`;

  return {
    origin: config.publicOrigin ?? localOrigin,
    localOrigin,
    storeKind: kind,
    build,
    meetings,
    identity,
    async close() {
      // Still listening: a load balancer that asks now is told to go elsewhere, and what is on its way is answered.
      draining = true;
      log.info({ sockets: sockets.count() }, 'draining');
      await Promise.race([commands.idle().then(nextTurn), pause(lastCommandsMs)]);
      await sockets.close();
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await commands.idle();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), lastAnswersMs).unref();
      await stopped;
      stopMeasuring();
      await presence.close();
      await hubs.close();
      await events.close();
    },
  };
}

/** For commands that are being decided when the server stops: their senders get the outcome before the goodbye. */
const lastCommandsMs = 2_500;
/** For answers that are still on their way after that. */
const lastAnswersMs = 300;

/** How long a client may take to say what it wants, ms: real ones need a round trip. `requestTimeout` is for a text of 1 MiB over a bad line. */
const patience = { maxHeaderSize: 64 * 1024, headersTimeout: 5_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };

async function loadSample(meetings: Meetings): Promise<void> {
  const isEmpty = (await meetings.list()).length === 0;
  if (!isEmpty) return;
  const created = await meetings.create(samplePlan, sampleMeetingId);
  if (!created.ok) throw new Error(`Expected the sample plan to be in order: ${created.error.code}`);
}

function keepMeasuring(clock: StoreClock, log: Log): () => void {
  const measure = () => void clock.measure().catch((fault: unknown) => log.info({ fault: String(fault) }, 'clock not measured'));
  const timer = setInterval(measure, measureClockMs).unref();
  return () => clearInterval(timer);
}

/** A hall that comes back at once; with Node's 511, those beyond it try again after a second. The system may allow less. */
const connectionBacklog = 4_096;

async function listen(server: Server, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: connectionBacklog }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected the server to listen on a port');
  return address.port;
}

function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
