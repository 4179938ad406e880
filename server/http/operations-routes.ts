/** For those who run the server: is it alive, may traffic come, and what is it doing. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { answersInTime, type Readings } from '../app/readings.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { isLoopback } from '../lib/address.ts';
import { problem } from './problem.ts';
import type { Prometheus } from './prometheus.ts';
import { type AdminVariables, requireAdmin, type SessionDeps } from './session.ts';

export interface Operations {
  readonly isDraining: () => boolean;
  readonly readings: () => Promise<Readings>;
  readonly prometheus: Prometheus;
}

export function operationsRoutes(deps: SessionDeps & Pick<ServerDeps, 'pingStore' | 'build'>, operations: Operations): Hono {
  const { isDraining, readings, prometheus } = operations;
  const asAdmin = requireAdmin(deps);

  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok', build: deps.build }))
    .get('/readyz', async (c) => {
      if (isDraining()) return problem('draining');
      return (await answersInTime(deps.pingStore())) ? c.json({ status: 'ready' }) : problem('storeUnavailable');
    })
    .route(
      '/metrics',
      new Hono<AdminVariables>()
        .use((c, next) => (isFromThisMachine(c) ? next() : asAdmin(c, next)))
        .get('/', async (c) => c.body(await prometheus.text(await readings()), 200, { 'Content-Type': prometheus.contentType })),
    );
}

/** A proxy on this machine brings requests of others, and says so. */
function isFromThisMachine(c: Context): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined);
  return !isForwarded && isLoopback(getConnInfo(c).remote.address ?? '');
}
