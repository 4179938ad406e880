/** `/api/docs`: the OpenAPI document for people. Plain HTML without script or style, so that it needs nothing and nobody else. */
import { html } from 'hono/html';

type Json = Readonly<Record<string, unknown>>;
type Markup = ReturnType<typeof html>;

export function docsPage(document: Json): Markup {
  const info = recordAt(document, 'info');
  const schemas = recordAt(recordAt(document, 'components'), 'schemas');
  const paths = Object.entries(recordAt(document, 'paths'));
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="dark light" />
    <title>${textAt(info, 'title')}: the HTTP interface</title>
  </head>
  <body>
    <main>
      <h1>${textAt(info, 'title')} ${textAt(info, 'version')}: the HTTP interface</h1>
      <p>${textAt(info, 'description')}</p>
      <p>For programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI ${textAt(document, 'openapi')}).</p>
      <h2>Addresses</h2>
      <dl>${paths.flatMap(([path, item]) => Object.entries(asRecord(item)).map(([method, call]) => address(method, path, asRecord(call))))}</dl>
      <h2>Commands</h2>
      <p>The body of <code>POST /api/meetings/{id}/commands</code>: one of these.</p>
      ${commandsOf(recordAt(schemas, 'Command')).map(([type, schema]) => shape(type, schema))}
      <h2>Other bodies</h2>
      ${Object.entries(schemas)
        .filter(([name]) => name !== 'Command')
        .map(([name, schema]) => shape(name, schema))}
    </main>
  </body>
</html>`;
}

function address(method: string, path: string, call: Json): Markup {
  const statuses = Object.keys(recordAt(call, 'responses')).join(', ');
  return html`<dt><code>${method.toUpperCase()} ${path}</code></dt><dd>${textAt(call, 'summary')}. Answers ${statuses}.</dd>`;
}

function shape(name: string, schema: unknown): Markup {
  return html`<details><summary><code>${name}</code></summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>`;
}

/** Each with the name that stands in its `type`. */
function commandsOf(command: Json): readonly (readonly [string, unknown])[] {
  const variants: readonly unknown[] = Array.isArray(command.oneOf) ? command.oneOf : [];
  return variants.map((variant) => [textAt(recordAt(recordAt(asRecord(variant), 'properties'), 'type'), 'const'), variant]);
}

function recordAt(json: Json, key: string): Json {
  return asRecord(json[key]);
}

function textAt(json: Json, key: string): string {
  const value = json[key];
  return typeof value === 'string' ? value : '';
}

function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
