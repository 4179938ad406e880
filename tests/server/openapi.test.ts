import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSchemas } from '../../shared/protocol/messages/command.ts';
import { type RunningTestServer, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: { readonly Command: { readonly oneOf: readonly Variant[] } } };
}
interface Variant {
  readonly properties: Readonly<Record<string, { readonly const?: string }>>;
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
}

describe('the OpenAPI document', () => {
  it('describes every command with its envelope, strictly', async () => {
    const document = (await (await server.get(null, '/api/openapi.json')).json()) as Document;
    expect(document.openapi).toBe('3.1.0');
    const variants = document.components.schemas.Command.oneOf;
    expect(variants.map(({ properties }) => properties.type?.const)).toEqual(Object.keys(commandSchemas));
    for (const variant of variants) {
      expect(variant.required).toEqual(expect.arrayContaining(['commandId', 'type']));
      expect(variant.additionalProperties).toBe(false);
    }
  });

  it('names only addresses that answer', async () => {
    const { paths } = (await (await server.get(null, '/api/openapi.json')).json()) as Document;
    for (const [path, methods] of Object.entries(paths)) {
      const address = path.replace('{id}', 'hrc37-mainstreaming').replace('{station}', 'viewer').replace('{token}', server.token('viewer'));
      for (const method of Object.keys(methods)) {
        // Nobody may delete the meeting that the next address needs: 403 is an answer too.
        const station = method === 'delete' ? 'chair' : 'admin';
        const headers = { authorization: `Bearer ${server.token(station)}`, 'content-type': 'application/json' };
        const body = method === 'get' ? {} : { body: '{}' };
        const response = await fetch(`${server.origin}${address}`, { method: method.toUpperCase(), headers, ...body });
        expect([path, method, response.status]).not.toEqual([path, method, 404]);
      }
    }
  });

  it('is readable by people, with every address and command, and asks nobody else for anything', async () => {
    const response = await server.get(null, '/api/docs');
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    const { paths } = (await (await server.get(null, '/api/openapi.json')).json()) as Document;
    for (const path of Object.keys(paths)) expect(page).toContain(path);
    for (const type of Object.keys(commandSchemas)) expect(page).toContain(`<code>${type}</code>`);
    expect(page).not.toMatch(/<script|<link|src=|https?:/);
  });
});
