/** Where the rehearsal takes place: a running server and its links, or a private server for the occasion. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';

export interface Host {
  readonly origin: string;
  readonly adminToken: string;
  readonly stop: () => Promise<void>;
}

export interface Links {
  readonly chair: string;
  readonly chief: string;
  readonly webcast: string;
  readonly display: string;
  readonly output: string;
  readonly viewer: string;
  readonly booths: Readonly<Record<string, string>>;
}

/** The server at `url` (default: the usual address) when one answers there, else a private one with data of its own. */
export async function findHost(url: string | null, say: (line: string) => void): Promise<Host> {
  const origin = (url ?? `http://127.0.0.1:${process.env.PORT ?? '4600'}`).replace(/\/$/, '');
  if (await answers(origin)) return { origin, adminToken: await adminToken(), stop: async () => {} };
  if (url !== null) throw new Error(`No Rostrum server answers at ${origin}.`);
  say(`No server at ${origin}: a private one is started for the rehearsal.`);
  return startPrivateServer();
}

/** The sample meeting if nobody has spoken in it yet, else a fresh copy of it. */
export async function findMeeting(host: Host, say: (line: string) => void): Promise<{ id: string; links: Links }> {
  const { meetings } = await ask<{ meetings: { id: string; status: string; title: string }[] }>(host, '/api/meetings');
  const untouched = meetings.find(({ title, status }) => title === samplePlan.title && status === 'planned');
  if (untouched) return { id: untouched.id, links: (await ask<{ links: Links }>(host, `/api/meetings/${untouched.id}/links`)).links };
  const made = await ask<{ meetingId: string; links: Links }>(host, '/api/meetings', { plan: samplePlan });
  say(`The sample meeting has begun already: rehearsing in a copy, ${made.meetingId}.`);
  return { id: made.meetingId, links: made.links };
}

/** Ids of the commands whose events stand in the log. */
export async function commandIdsInLog(host: Host, meetingId: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let after = 0; ; ) {
    const page = await ask<{ events: { position: { offset: number }; commandId?: string }[] }>(
      host,
      `/api/meetings/${meetingId}/events?after=${after}`,
    );
    const last = page.events.at(-1);
    if (last === undefined) return ids;
    for (const { commandId } of page.events) if (commandId !== undefined) ids.add(commandId);
    after = last.position.offset;
  }
}

/** The token inside a station link. */
export function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}

export function boothStations(): readonly Station[] {
  return officialLanguages.map((language): Station => `booth:${language}`);
}

async function ask<T>(host: Host, path: string, body?: unknown): Promise<T> {
  const response = await fetch(host.origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${host.adminToken}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function adminToken(): Promise<string> {
  if (process.env.ADMIN_TOKEN) return process.env.ADMIN_TOKEN;
  const file = join(process.env.DATA_DIR ?? '.rostrum', 'admin-token');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new Error(`The admin token is neither in ADMIN_TOKEN nor in ${file}: set one of ADMIN_TOKEN and DATA_DIR as for the server.`);
  }
}

/** On a free port, with data in a temporary folder that goes with it. */
export async function startPrivateServer(): Promise<Host> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rostrum-rehearsal-'));
  const child = spawn(process.execPath, ['dist/server/main.mjs'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '1', ADMIN_TOKEN: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // However this process ends, the server must not outlive it.
  process.once('exit', () => child.kill('SIGKILL'));
  const origin = await readyAddress(child);
  const token = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    await rm(dataDir, { recursive: true, force: true });
  };
  return { origin, adminToken: token, stop };
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const origin = /Rostrum is ready on (http\S+)/.exec(output)?.[1];
      if (origin) resolve(origin.replace(/\/$/, ''));
    });
    child.once('exit', (code) => reject(new Error(`The private server stopped with ${code}:\n${output}`)));
  });
}
