/** Files that become text, teams and terms: sent to the server, which reads them and keeps nothing. */
import { type GlossaryRead, type IntakeRefusalCode, maxFileBytes, type TeamSheetRead, type TextRead } from '../../shared/domain/intake.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { LanguageCode } from '../../shared/reference/languages.ts';

export type FileRead<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: FileRefusal };

/** Say it with `intake.refusals.<code>.title` and `.advice` of the catalogue. */
export interface FileRefusal {
  readonly code: IntakeRefusalCode | 'notAllowed' | 'unavailable';
}

/** 20 MiB over a slow line, a place in the queue, and the 15 s that reading may take. Our choice. */
const answerWithinMs = 90_000;

/** `language`: the one that the text should be in; a finding tells when it looks like another. Never rejects. */
export function readText(meetingId: string, station: Station, file: File, language: LanguageCode): Promise<FileRead<TextRead>> {
  return read<TextRead>('texts', { meetingId, station, file, language });
}

/** Never rejects. */
export function readTeamSheet(meetingId: string, station: Station, file: File): Promise<FileRead<TeamSheetRead>> {
  return read<TeamSheetRead>('team-sheets', { meetingId, station, file });
}

/** Never rejects. */
export function readGlossary(meetingId: string, station: Station, file: File): Promise<FileRead<GlossaryRead>> {
  return read<GlossaryRead>('glossaries', { meetingId, station, file });
}

interface Upload {
  readonly meetingId: string;
  readonly station: Station;
  readonly file: File;
  readonly language?: LanguageCode;
}

async function read<Value>(what: 'texts' | 'team-sheets' | 'glossaries', upload: Upload): Promise<FileRead<Value>> {
  const { meetingId, station, file, language } = upload;
  // The server would end the connection in the middle of the file, and the browser then tells of a broken line.
  if (file.size > maxFileBytes) return { ok: false, refusal: { code: 'fileTooLarge' } };
  const query = new URLSearchParams({ station, name: file.name, ...(language === undefined ? {} : { language }) });
  try {
    const response = await fetch(`/api/meetings/${encodeURIComponent(meetingId)}/${what}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      signal: AbortSignal.timeout(answerWithinMs),
    });
    if (!response.ok) return { ok: false, refusal: { code: codeOf(response.status, await response.json()) } };
    const value: Value = await response.json();
    return { ok: true, value };
  } catch {
    return { ok: false, refusal: { code: 'unavailable' } };
  }
}

function codeOf(status: number, problem: unknown): FileRefusal['code'] {
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : null;
  if (isRefusalCode(code)) return code;
  return status === 401 || status === 403 ? 'notAllowed' : 'unavailable';
}

const refusalCodes: Readonly<Record<IntakeRefusalCode, true>> = {
  fileTooLarge: true,
  fileTooHard: true,
  fileUnpacksTooLarge: true,
  fileKindUnknown: true,
  fileBroken: true,
  fileLocked: true,
  fileWithoutText: true,
  fileWithDoctype: true,
  columnsMissing: true,
  filesWaiting: true,
};

function isRefusalCode(code: unknown): code is IntakeRefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusalCodes, code);
}
