/** The servers that are measured, each in a process of its own, and how one knocks at them. */
import { randomBytes } from 'node:crypto';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import type { BareSettings } from './bare-server.ts';
import type { BenchOrder } from './bench.ts';
import type { Door } from './clients.ts';
import { startRedis } from './redis.ts';
import { lineOf, type Process, startNode, tempFolder } from './processes.ts';

export interface Server {
  readonly process: Process;
  /** For the receiving clients, and for the one who asks for updates. */
  readonly clients: Door;
  readonly chair: Door;
  stop(): Promise<void>;
}

export interface RostrumServer {
  readonly process: Process;
  readonly origin: string;
  readonly adminToken: string;
  stop(): Promise<void>;
}

export interface Meeting {
  readonly id: string;
  /** By station; booths as `booth:fr`. */
  readonly links: Readonly<Record<string, string>>;
}

/** Of one `adminToken` and one Redis, several are one server. */
export async function startRostrum(redisUrl: string | null, adminToken = randomBytes(24).toString('hex')): Promise<RostrumServer> {
  const folder = tempFolder();
  const server = startNode('dist/server/main.mjs', [], {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder.path,
    REDIS_URL: redisUrl ?? '',
    ADMIN_TOKEN: adminToken,
    PUBLIC_URL: '',
    DEMO: '0',
    LOG_LEVEL: 'warn',
  });
  const origin = await lineOf(server.child, /Rostrum is ready on (http\S*[^\s/])/);
  return {
    process: server,
    origin,
    adminToken,
    async stop() {
      await server.stop();
      folder.remove();
    },
  };
}

export async function makeMeeting({ origin, adminToken }: RostrumServer, plan: MeetingPlan): Promise<Meeting> {
  const made = await post(`${origin}/api/meetings`, adminToken, { plan });
  const { booths, ...links } = made.links as Record<string, string> & { readonly booths: Readonly<Record<string, string>> };
  const byStation = { ...links, ...Object.fromEntries(Object.entries(booths).map(([language, link]) => [`booth:${language}`, link])) };
  return { id: String(made.meetingId), links: byStation };
}

/** A meeting whose first speaker has the floor, so that there is a clock to change. */
export async function startMeeting(server: RostrumServer, plan: MeetingPlan): Promise<Meeting> {
  const meeting = await makeMeeting(server, plan);
  await command(server.origin, meeting, { type: 'giveFloor', entryId: 'e1' });
  return meeting;
}

/** As the chair, over HTTP. Resolves with the answer, in which the events are. */
export async function command(origin: string, meeting: Meeting, payload: object): Promise<Record<string, unknown>> {
  const body = { commandId: `http-${randomBytes(8).toString('hex')}`, ...payload };
  return post(`${origin}/api/meetings/${meeting.id}/commands`, tokenOf(meeting, 'chair'), body);
}

export function doorOf({ origin }: RostrumServer, meeting: Meeting, station: string): Door {
  const url = `${origin.replace('http', 'ws')}/api/meetings/${meeting.id}/live`;
  return { kind: 'rostrum', url, token: tokenOf(meeting, station) };
}

/** With a store of its own: a file, or a Redis for it alone. */
export async function startRostrumOver(store: BenchOrder['store']): Promise<RostrumServer> {
  if (store === 'embedded') return startRostrum(null);
  const redis = await startRedis();
  const server = await startRostrum(redis.url);
  return {
    ...server,
    async stop() {
      await server.stop();
      await redis.stop();
    },
  };
}

/** One Rostrum with one meeting that is under way. */
export async function rostrumWith(plan: MeetingPlan, { audience, store }: Pick<BenchOrder, 'audience' | 'store'>): Promise<Server> {
  const server = await startRostrumOver(store);
  const meeting = await startMeeting(server, plan);
  return {
    process: server.process,
    clients: doorOf(server, meeting, audience),
    chair: doorOf(server, meeting, 'chair'),
    stop: server.stop,
  };
}

export async function startBare(settings: Partial<BareSettings>): Promise<Server> {
  const all: BareSettings = { naive: false, updateBytes: 0, welcomeBytes: 0, ...settings };
  return started('scripts/bench/bare-server.ts', all, 'bare');
}

export async function startSocketIo(updateBytes: number): Promise<Server> {
  return started('scripts/bench/socketio-server.ts', { updateBytes }, 'socketio');
}

async function started(script: string, settings: object, kind: Door['kind']): Promise<Server> {
  const server = startNode(script, [JSON.stringify(settings)]);
  const door: Door = { kind, url: await lineOf(server.child, /Ready on (ws\S+)/) };
  return { process: server, clients: door, chair: door, stop: server.stop };
}

export async function startBareCommandServer(redisUrl: string, updateBytes: number): Promise<Server> {
  return started('scripts/bench/bare-command-server.ts', { redisUrl, updateBytes }, 'bare');
}

function tokenOf({ links }: Meeting, station: string): string {
  const link = links[station];
  if (link === undefined) throw new Error(`Expected a link for ${station}`);
  return link.slice(link.lastIndexOf('/') + 1);
}

async function post(url: string, token: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  const answer: Record<string, unknown> = await response.json();
  return answer;
}
