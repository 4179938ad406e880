/**
 * One event of about 300 bytes, ten times a second, to many sockets: how late it arrives and what it costs. Rostrum's figure
 * starts at the time of the commit, so it holds the way from the store to the sockets as well.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import { must } from '../../shared/lib/assert.ts';
import { answer, cpuUs, end, forkScript, memoryKb } from './child.ts';
import type { LoadOrder, LoadReport } from './load.ts';

export interface FanoutFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Share of the deliveries that arrived. */
  readonly delivered: number;
  readonly deliveriesPerSecond: number;
  readonly cpuUsPerDelivery: number;
  readonly kbPerConnection: number;
}

const updates = 50;
const perSecond = 10;

export async function bareFanout(clients: number): Promise<FanoutFigures> {
  const server = forkScript('scripts/bench/bare-server.ts');
  const port = await answer<number>(server, 'ready');
  try {
    return await measure(server, clients, { url: `ws://127.0.0.1:${port}`, clients, token: null }, async () => {
      server.send({ updates, perSecond });
      await answer<number>(server, 'updated');
    });
  } finally {
    await end(server);
  }
}

export async function rostrumFanout(clients: number): Promise<FanoutFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rostrum-bench-'));
  const server = spawn(process.execPath, ['dist/server/main.mjs'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '0', ADMIN_TOKEN: '', LOG_LEVEL: 'warn', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await readyOrigin(server);
    const admin = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
    const made = await post(`${origin}/api/meetings`, admin, { plan: samplePlan });
    const meetingId = String(made.meetingId);
    const links = made.links as { chair: string; viewer: string };
    const chair = links.chair.slice(links.chair.lastIndexOf('/') + 1);
    const viewer = links.viewer.slice(links.viewer.lastIndexOf('/') + 1);
    const url = `${origin.replace('http', 'ws')}/api/meetings/${meetingId}/live`;
    const command = (body: object): Promise<unknown> => post(`${origin}/api/meetings/${meetingId}/commands`, chair, body);
    await command({ commandId: 'bench-start', type: 'giveFloor', entryId: 'e1' });
    return await measure(server, clients, { url, clients, token: viewer }, async () => {
      for (let update = 0; update < updates; update += 1) {
        const began = Date.now();
        await command({ commandId: `bench-${began}-${update}`, type: 'addTime', seconds: update % 2 === 0 ? 30 : -30 });
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 / perSecond - (Date.now() - began))));
      }
    });
  } finally {
    await end(server);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(server: ChildProcess, clients: number, order: LoadOrder, update: () => Promise<void>): Promise<FanoutFigures> {
  const pid = must(server.pid, 'a running server');
  const load = forkScript('scripts/bench/load.ts');
  try {
    const memoryBefore = memoryKb(pid);
    load.send({ open: order });
    await answer<number>(load, 'opened');
    const memoryAfter = memoryKb(pid);
    load.send({ count: true });
    const cpuBefore = cpuUs(pid);
    const began = Date.now();
    await update();
    // The last frames are on their way: the load answers after what is in its own queue.
    await new Promise((resolve) => setTimeout(resolve, 500));
    load.send({ report: true });
    const report = await answer<LoadReport>(load, 'report');
    return {
      p50Ms: report.p50,
      p99Ms: report.p99,
      delivered: report.received / (updates * clients),
      deliveriesPerSecond: Math.round((report.received * 1000) / (Date.now() - began)),
      cpuUsPerDelivery: (cpuUs(pid) - cpuBefore) / report.received,
      kbPerConnection: (memoryAfter - memoryBefore) / clients,
    };
  } finally {
    await end(load);
  }
}

function readyOrigin(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const origin = /Rostrum is ready on (http[^\s/]*\/\/[^\s/]+)/.exec(output)?.[1];
      if (origin) resolve(origin);
    });
    server.once('exit', (code) => reject(new Error(`The server stopped with ${code}: ${output}`)));
  });
}

async function post(url: string, token: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
