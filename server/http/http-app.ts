/** All that is answered over HTTP, put together; one place for faults. */
import { Hono, type MiddlewareHandler } from 'hono';
import type { ServerDeps } from '../app/server-deps.ts';
import { isStoreAway } from '../app/store-away.ts';
import { adminRoutes } from './admin-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { docsPage } from './docs-page.ts';
import { healthRoutes } from './health-routes.ts';
import { joinRoutes } from './join-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { openApiDocument } from './openapi.ts';
import { problem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

export interface Pages {
  /** Everything that is not an address of the interface. */
  readonly routes: Hono;
  /** What a person sees where nothing is. */
  readonly notFound: MiddlewareHandler;
}

export function createHttpApp(deps: ServerDeps, pages: Pages): Hono {
  const app = new Hono();
  app.onError((fault) => {
    if (isStoreAway(fault)) return problem('storeUnavailable');
    deps.log.error({ fault: fault.stack ?? String(fault) }, 'request failed');
    return problem('fault');
  });
  app.notFound(() => problem('notFound'));

  app.use(securityHeaders());
  app.use(pages.notFound);
  app.use('/api/*', async function neverCached(c, next) {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.route('/', healthRoutes(deps));
  app.route('/join', joinRoutes(deps));
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(deps.build)));
  app.get('/api/docs', (c) => c.html(docsPage(openApiDocument(deps.build))));
  app.route('/api/meetings', adminRoutes(deps));
  app.route('/api/meetings', commandRoutes(deps));
  app.route('/api/meetings', meetingRoutes(deps));
  app.all('/api/*', () => problem('notFound'));
  app.route('/', pages.routes);
  return app;
}
