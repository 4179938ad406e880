/** A real server in this process, on a free port, with a store of its own. */
import { serve } from '../../server/serve.ts';
import type { Config } from '../../server/config.ts';
import { createLog } from '../../server/lib/log.ts';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { connectStation, type StationClient, type StationSettings } from '../kit/station.ts';
import { makeTempDir } from '../kit/temp-dir.ts';

export interface RunningTestServer {
  readonly origin: string;
  readonly adminToken: string;
  token(station: Station): string;
  /** With the bearer token of the station; `null`: as nobody. */
  get(station: Station | null, path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(station: Station | null, path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** `POST .../commands` of the sample meeting. */
  command(station: Station | null, command: Command | Record<string, unknown>, envelope?: Record<string, unknown>): Promise<Response>;
  connect(station: Station, settings?: Partial<StationSettings>): Promise<StationClient>;
  close(): Promise<void>;
}

export const sample = `/api/meetings/${sampleMeetingId}`;
export const adminToken = 'test-admin-token-0123456789';

export async function startTestServer(settings: Partial<Config> = {}): Promise<RunningTestServer> {
  const folder = makeTempDir();
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    redisUrl: null,
    dataDir: folder.path,
    publicOrigin: null,
    trustedProxies: [],
    adminToken,
    logLevel: 'silent',
    demo: true,
    ...settings,
  };
  const server = await serve(config, createLog(config.logLevel));
  const tokens = await server.identity.tokensFor(sampleMeetingId);

  function token(station: Station): string {
    const found = station === 'admin' ? adminToken : tokens.get(station);
    if (found === undefined) throw new Error(`Expected a token for ${station}`);
    return found;
  }

  function authorization(station: Station | null): Record<string, string> {
    return station === null ? {} : { Authorization: `Bearer ${token(station)}` };
  }

  async function post(station: Station | null, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    return fetch(`${server.localOrigin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...authorization(station), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  return {
    origin: server.localOrigin,
    adminToken,
    token,
    get: (station, path, headers = {}) =>
      fetch(`${server.localOrigin}${path}`, { redirect: 'manual', headers: { ...authorization(station), ...headers } }),
    post,
    command: (station, command, envelope = {}) =>
      post(station, `${sample}/commands`, { commandId: crypto.randomUUID(), ...envelope, ...command }),
    async connect(station, settings = {}) {
      return connectStation({ origin: server.localOrigin, meetingId: sampleMeetingId, token: token(station), ...settings });
    },
    async close() {
      await server.close();
      folder.remove();
    },
  };
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly current?: unknown;
}

/** Asserts the media type, so that every caller proves it. */
export async function problemOf(response: Response): Promise<ProblemBody> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`Expected a problem, got ${response.status} ${type}: ${await response.text()}`);
  return (await response.json()) as ProblemBody;
}
