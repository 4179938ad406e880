/** Everything that goes wrong, as `application/problem+json` (RFC 9457): a code, a sentence, and what to do. One table. */
import { type Refusal, type RefusalCode, type RefusalKind, refusals } from '../../shared/domain/refusals.ts';
import type { IntakeRefusalCode } from '../../shared/domain/intake.ts';
import { english } from '../../shared/i18n/en/catalogue.ts';
import type { ProtocolErrorCode } from '../../shared/protocol/down.ts';
import { wrongTokenRetryAfter } from '../app/doorkeeper.ts';

export interface ProblemDetails {
  /** Instead of the advice of the table. */
  readonly detail?: string;
  readonly params?: Refusal['params'];
  readonly current?: unknown;
}

export type ProblemCode = keyof typeof problems;

export function problem(code: ProblemCode, details: ProblemDetails = {}): Response {
  const { status, title, advice, retryAfter }: ProblemKind = problems[code];
  return send(status, { code, title, detail: details.detail ?? advice, params: details.params, current: details.current }, retryAfter);
}

export function refusalProblem({ code, params, current }: Refusal): Response {
  const { kind, title, advice } = refusals[code];
  return send(statusByKind[kind], { code, title, detail: advice, params, current });
}

interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** The same sentences as on the page. */
const intake = english.intake.refusals;

const problems = {
  malformed: { status: 400, title: 'The request could not be understood', advice: 'Compare it with /api/openapi.json.' },
  unauthorised: { status: 401, title: 'No valid station link', advice: 'Open your station link, or send its token as a bearer token.' },
  crossSite: { status: 403, title: 'The request came from another site', advice: 'Send it from a page of this server.' },
  otherMeeting: { status: 403, title: 'This link belongs to another meeting', advice: 'Open the link of this meeting.' },
  notFound: { status: 404, title: 'There is nothing at this address', advice: 'Check the address.' },
  linkUnknown: { status: 404, title: 'This station link is not valid', advice: 'Ask for a new link: it may have been replaced.' },
  meetingUnknown: { status: 404, title: 'No such meeting', advice: 'See the list of meetings.' },
  stationUnknown: { status: 404, title: 'No such station', advice: 'See the links of the meeting.' },
  expired: { status: 410, title: 'The command has expired', advice: 'Look at the present state and give it again.' },
  tooLarge: { status: 413, title: 'The request is too large', advice: 'Send less than 1 MiB.' },
  notJson: { status: 415, title: 'Only JSON is taken here', advice: 'Send Content-Type: application/json.' },
  rateLimited: { status: 429, title: 'Too many requests', advice: 'Wait, then send it again under the same id.', retryAfter: 1 },
  tooManyWrong: {
    status: 429,
    title: 'Too many wrong links from this address',
    advice: 'Wait before you try another one. The right link works at once.',
    retryAfter: wrongTokenRetryAfter,
  },
  otherHost: {
    status: 421,
    title: 'This server has another name',
    advice: 'Behind a proxy, set PUBLIC_URL to the address that browsers use.',
  },
  draining: { status: 503, title: 'The server is stopping', advice: 'Ask another server, or this one again in a moment.', retryAfter: 1 },
  fault: { status: 500, title: 'The server has failed', advice: 'Look at the present state before you try again.' },
  busy: { status: 503, title: 'Too many changes at once', advice: 'Send it again under the same id.', retryAfter: 1 },
  storeUnavailable: {
    status: 503,
    title: 'The store is away',
    advice: 'Nothing was decided: send it again under the same id.',
    retryAfter: 2,
  },
  fileTooLarge: { status: 413, ...intake.fileTooLarge },
  fileKindUnknown: { status: 415, ...intake.fileKindUnknown },
  fileTooHard: { status: 422, ...intake.fileTooHard },
  fileUnpacksTooLarge: { status: 422, ...intake.fileUnpacksTooLarge },
  fileBroken: { status: 422, ...intake.fileBroken },
  fileLocked: { status: 422, ...intake.fileLocked },
  fileWithoutText: { status: 422, ...intake.fileWithoutText },
  fileWithDoctype: { status: 422, ...intake.fileWithDoctype },
  columnsMissing: { status: 422, ...intake.columnsMissing },
  filesWaiting: { status: 503, ...intake.filesWaiting, retryAfter: 5 },
} as const satisfies Record<ProtocolErrorCode | OwnCode | IntakeRefusalCode, ProblemKind>;

type OwnCode =
  | 'crossSite'
  | 'otherMeeting'
  | 'notFound'
  | 'linkUnknown'
  | 'stationUnknown'
  | 'notJson'
  | 'tooManyWrong'
  | 'otherHost'
  | 'draining'
  | 'fault'
  | 'busy';

const statusByKind: Readonly<Record<RefusalKind, number>> = { rights: 403, unknown: 404, state: 409, changed: 412, invalid: 422 };

interface Body {
  readonly code: ProblemCode | RefusalCode;
  readonly title: string;
  readonly detail: string;
  readonly params: Refusal['params'];
  readonly current: unknown;
}

function send(status: number, body: Body, retryAfter?: number): Response {
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  if (retryAfter !== undefined) headers['Retry-After'] = String(retryAfter);
  // The rest of the body is not read, so nothing else can follow on this connection.
  if (status === 413) headers.Connection = 'close';
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer';
  return new Response(JSON.stringify({ type: `urn:rostrum:problem:${body.code}`, status, ...body }), { status, headers });
}
