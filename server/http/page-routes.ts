/** Pages and their files. One HTML file for the stations, a small one for outputs. */
import { Hono, type MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { StaticFile, StaticFiles } from './static-files.ts';

export function pageRoutes(files: StaticFiles): Hono {
  return new Hono()
    .get('/', () => serve(files.find('/index.html')))
    .get('/m/*', () => serve(files.find('/index.html')))
    .get('/output/*', () => serve(files.find('/output.html')))
    .get('/*', (c) => serve(files.find(c.req.path)));
}

/** A person who follows a dead link or mistypes an address gets the page that says so; a program keeps its problem. */
export function notFoundPage(files: StaticFiles): MiddlewareHandler {
  return async function showNotFoundPage(c, next) {
    await next();
    const isPage = c.req.method === 'GET' && !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html');
    const page = files.find('/index.html');
    if (c.res.status !== 404 || !isPage || page === null) return;
    c.res = new Response(page.bytes, { status: 404, headers: { 'Content-Type': page.type, 'Cache-Control': 'no-store' } });
  };
}

function serve(file: StaticFile | null): Response {
  if (file === null) return problem('notFound');
  const caching = file.immutable ? 'public, max-age=31536000, immutable' : 'no-store';
  return new Response(file.bytes, { headers: { 'Content-Type': file.type, 'Cache-Control': caching } });
}
