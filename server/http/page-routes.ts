/** Pages and their files. One HTML file for the stations, a small one for outputs. */
import { Hono } from 'hono';
import { problem } from './problem.ts';
import type { StaticFile, StaticFiles } from './static-files.ts';

export function pageRoutes(files: StaticFiles): Hono {
  return new Hono()
    .get('/', () => serve(files.find('/index.html')))
    .get('/m/*', () => serve(files.find('/index.html')))
    .get('/output/*', () => serve(files.find('/output.html')))
    .get('/*', (c) => serve(files.find(c.req.path)));
}

function serve(file: StaticFile | null): Response {
  if (file === null) return problem('notFound');
  const caching = file.immutable ? 'public, max-age=31536000, immutable' : 'no-store';
  return new Response(file.bytes, { headers: { 'Content-Type': file.type, 'Cache-Control': caching } });
}
