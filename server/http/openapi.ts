/** OpenAPI 3.1, made from the schemas that requests are really parsed with. */
import * as z from 'zod';
import { commandEnvelopeSchema, commandSchemas } from '../../shared/protocol/messages/command.ts';
import { createMeetingSchema } from './admin-routes.ts';

type Json = Readonly<Record<string, unknown>>;

export function openApiDocument(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rostrum',
      version,
      description:
        'Interpretation and webcast of multilingual meetings. Open a station link in a browser, or send its token as a bearer token. Live changes: GET /api/meetings/{id}/live (WebSocket, rostrum.v1).',
    },
    security: [{ station: [] }],
    paths: {
      '/healthz': { get: open('The process is alive') },
      '/readyz': { get: { ...open('The store is reachable'), responses: answers('The store is reachable', ['503']) } },
      '/metrics': {
        get: { ...open('Figures for Prometheus (admin, or from this machine)'), responses: answers('Text', ['401', '403', '429']) },
      },
      '/join/{token}': { get: { ...open('Open a station link'), parameters: [pathText('token')], responses: joined } },
      '/api/meetings': {
        get: open('All meetings: id, title, date, status'),
        post: call('Set up a meeting from a plan (admin)', {
          body: ref('CreateMeeting'),
          status: '201',
          problems: ['400', '403', '413', '415', '422'],
        }),
      },
      '/api/meetings/{id}': {
        get: read('The meeting as this station may see it, and its position'),
        delete: call('Delete the meeting with its texts and links (admin)', {
          body: null,
          status: '204',
          problems: ['403', '404', '415'],
          path: ['id'],
        }),
      },
      '/api/meetings/{id}/commands': {
        post: call('Ask for a change. A retry with the same commandId is safe', {
          body: ref('Command'),
          status: '200',
          problems: ['400', '403', '404', '409', '410', '412', '413', '415', '422', '429'],
          path: ['id'],
        }),
      },
      '/api/meetings/{id}/texts': {
        post: file('Read a statement: DOCX, PDF or TXT to paragraphs. Nothing is stored', [queryText('name'), queryText('language')]),
      },
      '/api/meetings/{id}/team-sheets': { post: file('Read a team sheet: CSV or XLSX to interpreters per booth. Nothing is stored') },
      '/api/meetings/{id}/glossaries': { post: file('Read a glossary: CSV, XLSX or TBX to terms. Nothing is stored') },
      '/api/meetings/{id}/events': { get: read('The log as this station may see it', [queryNumber('after'), queryNumber('limit')]) },
      '/api/meetings/{id}/forecast': { get: read('Time used and left, projected end, entries not reached') },
      '/api/meetings/{id}/relay': { get: read('Who interprets from where', [queryText('floor'), queryText('entries')]) },
      '/api/meetings/{id}/turns': { get: read('Turns at the microphone per booth and interpreter (chief interpreter, admin)') },
      '/api/meetings/{id}/links': { get: read('The links of all stations (admin)') },
      '/api/meetings/{id}/links/{station}/rotate': {
        post: call('Replace the link of a station (admin)', {
          body: null,
          status: '200',
          problems: ['403', '404', '415'],
          path: ['id', 'station'],
        }),
      },
    },
    components: {
      securitySchemes: {
        station: { type: 'http', scheme: 'bearer', description: 'The token of a station link; browsers use its cookie.' },
      },
      schemas: { Command: commandSchema(), CreateMeeting: jsonSchema(createMeetingSchema), Problem: problemSchema },
    },
  };
}

function commandSchema(): Json {
  const { shape } = commandEnvelopeSchema;
  const variants = Object.values(commandSchemas).map((schema) => jsonSchema(z.strictObject({ ...shape, ...schema.shape })));
  return { oneOf: variants, discriminator: { propertyName: 'type' } };
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable; what programs should look at.' },
    params: { type: 'object', description: 'Values for a sentence in another language.' },
    current: { description: 'What the state says now.' },
  },
};

const joined: Json = {
  '303': { description: 'To the page of the station, with its session cookie' },
  '404': { description: 'Not a valid link' },
  '429': { description: 'Too many wrong links from this address' },
};

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function answers(description: string, problems: readonly string[], status = '200'): Json {
  const content = { 'application/problem+json': { schema: ref('Problem') } };
  return {
    [status]: { description },
    ...Object.fromEntries(problems.map((code) => [code, { description: 'See the code of the problem', content }])),
  };
}

function open(summary: string): Json {
  return { summary, security: [], responses: answers(summary, []) };
}

function read(summary: string, query: readonly Json[] = []): Json {
  return { summary, parameters: [pathText('id'), ...query], responses: answers(summary, ['401', '403', '404', '503']) };
}

interface Call {
  readonly body: Json | null;
  readonly status: string;
  readonly problems: readonly string[];
  readonly path?: readonly string[];
}

function call(summary: string, { body, status, problems, path = [] }: Call): Json {
  return {
    summary,
    parameters: path.map(pathText),
    ...(body === null ? {} : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: answers(summary, ['401', ...problems, '503'], status),
  };
}

/** The body is the file. What it is, its first bytes tell. */
function file(summary: string, query: readonly Json[] = []): Json {
  return {
    summary,
    parameters: [pathText('id'), ...query],
    requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
    responses: answers(summary, ['400', '401', '403', '404', '413', '415', '422', '503']),
  };
}

function pathText(name: string): Json {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function queryText(name: string): Json {
  return { name, in: 'query', required: false, schema: { type: 'string' } };
}

function queryNumber(name: string): Json {
  return { name, in: 'query', required: false, schema: { type: 'integer', minimum: 0 } };
}
