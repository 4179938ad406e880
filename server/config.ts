/** The environment, parsed once. Names and defaults are promised in `docs` (interface, section Environment). */
import { isIP } from 'node:net';
import * as z from 'zod';
import { err, ok, type Result } from '../shared/lib/result.ts';
import { parseRedisUrl } from './lib/redis-url.ts';

export interface Config {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  /** One of the forms of `server/lib/redis-url.ts`. `null`: the embedded store. */
  readonly redisUrl: string | null;
  readonly dataDir: string;
  /** Origin under which browsers reach the server when that is not the address served, e.g. behind a proxy. */
  readonly publicOrigin: string | null;
  /** Addresses whose `X-Forwarded-For` says where a client is. */
  readonly trustedProxies: readonly string[];
  /** `null`: made once and kept in the data folder. */
  readonly adminToken: string | null;
  readonly logLevel: (typeof logLevels)[number];
  readonly demo: boolean;
}

/** The error is one line that names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string> {
  // A variable that is set to nothing counts as not set: that is how shells and compose files leave one out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'environment');
    return err(`${name}: ${issue?.message ?? 'not valid'}${secrets.has(name) ? '' : `, got ${JSON.stringify(given[name])}`}`);
  }
  const values = parsed.data;
  return ok({
    port: values.PORT,
    host: values.HOST,
    redisUrl: values.REDIS_URL ?? null,
    dataDir: values.DATA_DIR,
    publicOrigin: values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL).origin,
    trustedProxies: values.TRUSTED_PROXIES,
    adminToken: values.ADMIN_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
    demo: values.DEMO === undefined ? values.NODE_ENV !== 'production' : values.DEMO === '1',
  });
}

/** Their values are not repeated: the address of a Redis may hold its password. */
const secrets: ReadonlySet<string> = new Set(['ADMIN_TOKEN', 'REDIS_URL']);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const flag = z.enum(['0', '1'], { error: 'expected 0 or 1' });

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port from 0 to 65535')
    .default(4600),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'expected a host name or address')
    .default('127.0.0.1'),
  REDIS_URL: z
    .string()
    .superRefine((text, context) => {
      const place = parseRedisUrl(text);
      if (!place.ok) context.addIssue({ code: 'custom', message: place.error });
    })
    .optional(),
  DATA_DIR: z.string().default('.rostrum'),
  PUBLIC_URL: z.string().refine(isOrigin, 'expected an origin such as https://rostrum.example.org').optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()])))
    .refine((list) => list.every((each) => isIP(each) !== 0), 'expected IP addresses with commas between them'),
  ADMIN_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,128}$/, 'expected 8 to 128 letters, digits, - or _')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `expected one of ${logLevels.join(' ')}` }).default('warn'),
  DEMO: flag.optional(),
  NODE_ENV: z.string().optional(),
});

function hasScheme(text: string, schemes: readonly string[]): boolean {
  return URL.canParse(text) && schemes.includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  if (!hasScheme(text, ['http:', 'https:'])) return false;
  const url = new URL(text);
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}
