/** `npm run dev`: pages through Vite, with reload, on the server's own port. */
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type HttpBindings, RequestError } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';

export interface DevPages {
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  close(): Promise<void>;
}

export async function createDevPages(root: string, server: Server): Promise<DevPages> {
  // Only here, so that production needs no Vite.
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'client'),
    appType: 'custom',
    // `middlewareMode: { server }` would open a second port (toolchain notes, section 1).
    server: { middlewareMode: true, hmr: { server } },
  });

  async function page(name: string, url: string): Promise<string> {
    return vite.transformIndexHtml(url, await readFile(join(root, 'client', name), 'utf8'));
  }

  const routes = new Hono<{ Bindings: HttpBindings }>()
    .get('/', async (c) => c.html(await page('index.html', c.req.path)))
    .get('/m/*', async (c) => c.html(await page('index.html', c.req.path)))
    .get('/output/*', async (c) => c.html(await page('output.html', c.req.path)))
    .all('/*', async (c) => {
      const { incoming, outgoing } = c.env;
      await new Promise<void>((resolve, reject) => {
        outgoing.once('close', resolve);
        vite.middlewares(incoming, outgoing, (fault: unknown) => {
          outgoing.statusCode = 404;
          outgoing.end();
          if (fault !== undefined) reject(new RequestError(String(fault)));
        });
      });
      return RESPONSE_ALREADY_SENT;
    });

  return { routes, close: () => vite.close() };
}
