import { Hono } from 'hono';
import type { ServerDeps } from '../app/server-deps.ts';
import { problem } from './problem.ts';

export function healthRoutes({ pingStore, build }: Pick<ServerDeps, 'pingStore' | 'build'>): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok', build }))
    .get('/readyz', async (c) => {
      try {
        await pingStore();
        return c.json({ status: 'ready' });
      } catch {
        return problem('storeUnavailable');
      }
    });
}
