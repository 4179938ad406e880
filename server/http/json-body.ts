/** Bodies of calls that change something. */
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Context, HonoRequest } from 'hono';
import { limits } from '../../shared/protocol/limits.ts';
import { isOwnOrigin } from '../lib/origin.ts';
import { problem } from './problem.ts';

/**
 * No other site can make a browser send these: its `Origin` must be ours, and JSON is not one of the types a form can send.
 * Programs send no `Origin`.
 */
export function onlyOwnJson(publicOrigin: string | null) {
  return createMiddleware(async function refuseOtherSites(c, next) {
    if (c.req.method !== 'POST' && c.req.method !== 'DELETE') return next();
    if (isFromOtherSite(c, publicOrigin)) return problem('crossSite');
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    const empty = c.req.header('transfer-encoding') === undefined && (c.req.header('content-length') ?? '0') === '0';
    if (empty && type === undefined) return next();
    return type === 'application/json' ? next() : problem('notJson');
  });
}

/** For files, which may be of any type. */
export function onlyOwnSite(publicOrigin: string | null) {
  return createMiddleware(async function refuseOtherSites(c, next) {
    return isFromOtherSite(c, publicOrigin) ? problem('crossSite') : next();
  });
}

function isFromOtherSite(c: Context, publicOrigin: string | null): boolean {
  const origin = c.req.header('origin');
  if (origin !== undefined && !isOwnOrigin(origin, c.req.header('host'), publicOrigin)) return true;
  return c.req.header('sec-fetch-site') === 'cross-site';
}

export const limitedBody = bodyLimit({ maxSize: limits.maxBodyBytes, onError: () => problem('tooLarge') });

/** `undefined` when it is not JSON in UTF-8. */
export async function jsonBody(request: HonoRequest): Promise<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer());
    const value: unknown = JSON.parse(text);
    return value;
  } catch (fault) {
    // A body that broke off in transit is told by the adapter; only what was read whole is judged here.
    if (fault instanceof SyntaxError || fault instanceof TypeError) return undefined;
    throw fault;
  }
}
