/** The process: reads the environment, starts the server, prints the station links, ends cleanly on a signal. */
import type { Station } from '../shared/domain/stations.ts';
import { readConfig } from './config.ts';
import { joinUrl } from './http/links.ts';
import { createLog } from './lib/log.ts';
import { type RunningServer, serve } from './serve.ts';

/** After a signal; then the process ends whatever still hangs. */
const endWithinMs = 2_800;
/** The newest; more are found on the home page. */
const meetingsPrinted = 5;

/** What is no folder to write in, or a port that only root may take. */
const unusable: ReadonlySet<string> = new Set(['EACCES', 'EROFS', 'EPERM', 'EEXIST', 'ENOTDIR', 'ENOSPC']);

const config = readConfig(process.env);
if (!config.ok) fail(config.error);
const { value: settings } = config;
const log = createLog(settings.logLevel);

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);

const server = await serve(settings, log).catch((fault: unknown) => fail(startFault(fault)));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(signal));
log.info({ build: server.build, store: server.storeKind, pid: process.pid }, 'started');
await printLinks(server);

async function printLinks({ origin, storeKind, build, meetings, identity }: RunningServer): Promise<void> {
  const where = storeKind === 'redis' ? 'Redis' : settings.dataDir;
  console.log(`Rostrum ${build}, data in ${where}`);
  for (const { id, title, date, status } of (await meetings.list()).slice(-meetingsPrinted)) {
    console.log(`\n${title}\n${date}, ${status}, ${id}`);
    for (const [station, token] of await identity.tokensFor(id)) printLink(labelOf(station), joinUrl(origin, token));
  }
  console.log('');
  printLink('admin', joinUrl(origin, identity.adminToken));
  console.log(`\nRostrum is ready on ${origin}`);
}

/** `  label   http://…`: a line per link, in this form for programs that read it (`tests/kit/server-process.ts`). */
function printLink(label: string, url: string): void {
  console.log(`  ${label.padEnd(12)}  ${url}`);
}

function labelOf(station: Station): string {
  return station === 'output' ? 'output pages' : station.replace(':', ' ');
}

async function end(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(0), endWithinMs).unref();
  await server.close();
  process.exit(0);
}

function crash(fault: unknown): never {
  // A state that nobody planned for is not worked on: the log holds everything that was acknowledged.
  log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, 'crashed');
  process.exit(1);
}

function fail(reason: string): never {
  console.error(`Rostrum cannot start. ${reason}`);
  process.exit(1);
}

function startFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const code = 'code' in fault ? fault.code : '';
  if (code === 'EADDRINUSE') return `PORT: ${settings.port} is in use on ${settings.host}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST: ${settings.host} is not an address of this machine`;
  if (typeof code === 'string' && unusable.has(code)) return `${fault.message} (PORT or DATA_DIR)`;
  if (fault.name === 'StoreUnavailable') return `REDIS_URL: no answer (${fault.message})`;
  if (fault.name === 'DataDirInUse') return `DATA_DIR: ${fault.message}`;
  return fault.stack ?? fault.message;
}
