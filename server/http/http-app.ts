/** All that is answered over HTTP, put together; one place for faults. */
import { Hono, type MiddlewareHandler } from 'hono';
import type { ServerDeps } from '../app/server-deps.ts';
import { isStoreAway } from '../app/store-away.ts';
import { adminRoutes } from './admin-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { docsPage } from './docs-page.ts';
import { intakeRoutes } from './intake-routes.ts';
import { joinRoutes } from './join-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { openApiDocument } from './openapi.ts';
import { type Operations, operationsRoutes } from './operations-routes.ts';
import { problem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { turnsRoute } from './turns-route.ts';

export interface Pages {
  /** Everything that is not an address of the interface. */
  readonly routes: Hono;
  /** What a person sees where nothing is. */
  readonly notFound: MiddlewareHandler;
}

export function createHttpApp(deps: ServerDeps, pages: Pages, operations: Operations): Hono {
  const app = new Hono();
  app.onError((fault) => {
    if (isStoreAway(fault)) return problem('storeUnavailable');
    // The client went away in the middle of its own request: nobody reads this answer.
    if (isHangUp(fault)) return problem('malformed');
    deps.log.error({ fault: fault.stack ?? String(fault) }, 'request failed');
    return problem('fault');
  });
  app.notFound(() => problem('notFound'));

  app.use(securityHeaders());
  app.use(async function sendElsewhere(c, next) {
    if (!deps.isOwnHost(c.req.header('host'))) return problem('otherHost');
    await next();
    // So that who keeps connections open comes back through the load balancer, to a server that stays.
    if (operations.isDraining()) c.header('Connection', 'close');
  });
  app.use(pages.notFound);
  app.use('/api/*', async function neverCached(c, next) {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.route('/', operationsRoutes(deps, operations));
  app.route('/join', joinRoutes(deps));
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(deps.build)));
  app.get('/api/docs', (c) => c.html(docsPage(openApiDocument(deps.build))));
  app.route('/api/meetings', adminRoutes(deps));
  app.route('/api/meetings', commandRoutes(deps));
  app.route('/api/meetings', intakeRoutes(deps));
  app.route('/api/meetings', turnsRoute(deps));
  app.route('/api/meetings', meetingRoutes(deps));
  app.all('/api/*', () => problem('notFound'));
  app.route('/', pages.routes);
  return app;
}

/** How Node tells of a body that broke off. */
function isHangUp(fault: Error): boolean {
  return fault.message === 'aborted' && 'code' in fault && fault.code === 'ECONNRESET';
}
