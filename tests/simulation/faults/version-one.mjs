/** Loaded into a server before it starts: it then speaks version 1 of the protocol and nothing newer. */
import { register } from 'node:module';

const newest = /\bspoken\s*=\s*\[[\d,\s]+\]/;

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (loaded.source == null) return loaded;
  const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
  return newest.test(source) ? { ...loaded, source: source.replace(newest, 'spoken = [1]') } : loaded;
}

register(import.meta.url);
