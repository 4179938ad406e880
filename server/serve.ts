/** The composition root: builds every real thing, wires it, and takes it down again in the opposite order. */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createCommandStatus } from './app/command-status.ts';
import { createCommandHandler } from './app/handle-command.ts';
import { createHubs } from './app/hubs.ts';
import { createIdentity, type Identity } from './app/identity.ts';
import { createMeetings, type Meetings } from './app/meetings.ts';
import { createReadLog } from './app/read-log.ts';
import type { ServerDeps } from './app/server-deps.ts';
import { keptAdminToken } from './app/tokens.ts';
import type { Config } from './config.ts';
import { createHttpApp } from './http/http-app.ts';
import { notFoundPage, pageRoutes } from './http/page-routes.ts';
import { readStaticFiles } from './http/static-files.ts';
import { createStoreClock, type StoreClock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
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
  const { events, directory, kind } = await openStore({ redisUrl: config.redisUrl, dataDir: config.dataDir, warn });
  const clock = createStoreClock(() => events.time());
  await clock.measure();
  const stopMeasuring = keepMeasuring(clock, log);

  const hubs = createHubs({ store: events, clock, log });
  const identity = createIdentity(directory, clock, adminToken);
  const commands = createCommandHandler(events, clock);
  const meetings = createMeetings({ store: events, directory, clock, hubs });
  if (config.demo) await loadSample(meetings);

  const deps: ServerDeps = {
    meetings,
    identity,
    hubs,
    commands,
    commandStatus: createCommandStatus(events),
    clock,
    log,
    pingStore: () => events.ping(),
    readLog: createReadLog(events),
    publicOrigin: config.publicOrigin,
    build,
  };
  const server = createServer({ maxHeaderSize: 64 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 });
  const files = readStaticFiles(join(root, 'dist/client'));
  const app = createHttpApp(deps, { routes: pageRoutes(files), notFound: notFoundPage(files) });
  server.on('request', getRequestListener(app.fetch));
  const sockets = attachLiveSockets(server, deps, usualAdmission);
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
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await sockets.close();
      await commands.idle();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), lastAnswersMs).unref();
      await stopped;
      stopMeasuring();
      await hubs.close();
      await events.close();
    },
  };
}

/** For answers that are still on their way when the server stops. */
const lastAnswersMs = 300;

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

async function listen(server: Server, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
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
