/**
 * `npm run dev`: pages with hot reload and the server restarted on change, behind one port.
 * Vite answers for the pages and passes everything else on to the built server, which runs as it does in production.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { build, createServer, type Plugin } from 'vite';
import { repository } from './child.mjs';
import { serverBuild } from './server-build.mjs';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 4600);
const serverPort = await freePort();
/** Beside dist/server, as deep, and not it: a start after this must not find a half-made build. */
const outDir = 'dist/dev-server';
let stopping = false;
let server: ChildProcess | undefined;
let restarts: Promise<void> = Promise.resolve();

const watcher = await build({ ...serverBuild(outDir), build: { ...serverBuild(outDir).build, watch: {} } });
if (!('on' in watcher)) throw new Error('Vite was asked to watch the server and did not');
watcher.on('event', (event) => {
  if (event.code === 'ERROR') console.error(event.error);
  if (event.code === 'END') restarts = restarts.then(restart);
});

const target = `http://127.0.0.1:${serverPort}`;
const paths = ['/api', '/join', '/healthz', '/readyz', '/metrics', '/ograf'];
const vite = await createServer({
  configFile: join(repository, 'vite.config.ts'),
  plugins: [outputPages()],
  server: { host, port, strictPort: true, proxy: Object.fromEntries(paths.map((path) => [path, { target, ws: path === '/api' }])) },
});
await vite.listen();
vite.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

async function restart(): Promise<void> {
  await stopServer();
  if (stopping) return;
  const url = `http://${host}:${port}`;
  const env = { PUBLIC_URL: url, DEMO: '1', ...process.env, HOST: '127.0.0.1', PORT: String(serverPort) };
  server = spawn(process.execPath, ['--enable-source-maps', join(outDir, 'main.mjs')], { cwd: repository, env, stdio: 'inherit' });
}

async function stopServer(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await restarts;
  await Promise.all([stopServer(), vite.close()]);
  process.exit(0);
}

/** The output pages are a document of their own; Vite's fallback knows only index.html. */
function outputPages(): Plugin {
  return {
    name: 'rostrum-output-pages',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (/^\/output\/[^.]*$/.test(request.url ?? '')) request.url = '/output.html';
        next();
      });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createNetServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('A TCP port was expected');
  return address.port;
}
