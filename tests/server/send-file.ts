/** A file put before a running server, as a page does it. */
import type { GlossaryRead, TeamSheetRead, TextRead } from '../../shared/domain/intake.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { type RunningTestServer, sample } from './running-server.ts';

export interface SentFile {
  readonly bytes: Uint8Array | string;
  readonly station?: Station | null;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `path`: `texts?language=fr`, `team-sheets`, `glossaries`. */
export function sendFile(server: RunningTestServer, path: string, file: SentFile): Promise<Response> {
  const { bytes, station = 'chair', type = 'application/octet-stream', headers = {} } = file;
  const authorization: Record<string, string> = station === null ? {} : { Authorization: `Bearer ${server.token(station)}` };
  return fetch(`${server.origin}${sample}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': type, ...authorization, ...headers },
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  });
}

export async function textRead(server: RunningTestServer, bytes: Uint8Array | string, query = ''): Promise<TextRead> {
  return body<TextRead>(await sendFile(server, `texts${query}`, { bytes }));
}

export async function teamSheetRead(server: RunningTestServer, bytes: Uint8Array | string): Promise<TeamSheetRead> {
  return body<TeamSheetRead>(await sendFile(server, 'team-sheets', { bytes }));
}

export async function glossaryRead(server: RunningTestServer, bytes: Uint8Array | string): Promise<GlossaryRead> {
  return body<GlossaryRead>(await sendFile(server, 'glossaries', { bytes }));
}

async function body<Value>(response: Response): Promise<Value> {
  if (response.status !== 200) throw new Error(`Expected the file to be read, got ${response.status}: ${await response.text()}`);
  return (await response.json()) as Value;
}
