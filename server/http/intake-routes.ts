/** `POST .../texts`, `team-sheets`, `glossaries`: a file comes in, what it says goes back. Nothing is stored or decided. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { maxFileBytes } from '../../shared/domain/intake.ts';
import { type StationKind, stationKind } from '../../shared/domain/stations.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { createFileReader, type FilePlace, usualReader } from '../intake/file-reader.ts';
import type { IntakeJob } from '../intake/job.ts';
import { onlyOwnSite } from './json-body.ts';
import { problem, refusalProblem } from './problem.ts';
import { type MeetingVariables, requireMeeting } from './session.ts';

/** Who prepares a meeting. */
const readers: ReadonlySet<StationKind> = new Set(['admin', 'chair', 'chief', 'booth', 'webcast']);

interface IntakeVariables {
  readonly Variables: MeetingVariables['Variables'] & { place: FilePlace };
}

export function intakeRoutes(deps: ServerDeps): Hono<IntakeVariables> {
  const reader = createFileReader(usualReader);

  const admit = createMiddleware<IntakeVariables>(async function findPlace(c, next) {
    if (!readers.has(stationKind(c.get('session').station))) return refusalProblem({ code: 'notYourStation' });
    const place = reader.place();
    if (place === null) return problem('filesWaiting');
    c.set('place', place);
    try {
      return await next();
    } finally {
      place.leave();
    }
  });
  const limitedFile = bodyLimit({ maxSize: maxFileBytes, onError: () => problem('fileTooLarge') });
  const ownSite = onlyOwnSite(deps.publicOrigin);
  const meeting = requireMeeting(deps);

  async function answer(c: Context<IntakeVariables>, job: IntakeJob): Promise<Response> {
    const read = await c.get('place').read(job, new Uint8Array(await c.req.arrayBuffer()));
    if (read.ok) return c.json(read.value);
    if (read.fault !== null) deps.log.info({ fault: read.fault, code: read.code }, 'a file could not be read');
    return problem(read.code);
  }

  return new Hono<IntakeVariables>()
    .post('/:id/texts', ownSite, meeting, admit, limitedFile, (c) => {
      const expected = c.req.query('language') ?? null;
      if (expected !== null && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(expected)) {
        return problem('malformed', { detail: 'language is an ISO 639 code.' });
      }
      return answer(c, { kind: 'text', expected });
    })
    .post('/:id/team-sheets', ownSite, meeting, admit, limitedFile, (c) => answer(c, { kind: 'teamSheet' }))
    .post('/:id/glossaries', ownSite, meeting, admit, limitedFile, (c) => answer(c, { kind: 'glossary' }));
}
