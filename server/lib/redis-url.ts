/**
 * `REDIS_URL`, in one of these forms; `rediss` instead of `redis` means TLS to every server that is named or found:
 *
 *     redis://[user:password@]host[:6379][/database]
 *     redis+sentinel://[user:password@]host[:26379],host…/name     name: what the Sentinels call the master
 *     redis+cluster://[user:password@]host[:6379],host…            any servers of the cluster: the others are asked for
 */
import { err, ok, type Result } from '../../shared/lib/result.ts';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
}

export interface RedisLogin {
  readonly tls: boolean;
  readonly username: string | null;
  readonly password: string | null;
}

export type RedisPlace =
  | { readonly kind: 'single'; readonly login: RedisLogin; readonly address: RedisAddress; readonly database: number }
  | { readonly kind: 'sentinel'; readonly login: RedisLogin; readonly sentinels: readonly RedisAddress[]; readonly master: string }
  | { readonly kind: 'cluster'; readonly login: RedisLogin; readonly seeds: readonly RedisAddress[] };

const forms = 'redis://host:port, redis+sentinel://host:port,host:port/name or redis+cluster://host:port,host:port';

/** The error is part of a line, and repeats nothing that could be a password. */
export function parseRedisUrl(text: string): Result<RedisPlace, string> {
  const parts = /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^@]*)@)?([^/?#@]+)(?:\/([^/?#]*))?$/.exec(text);
  if (parts === null) return err(`expected ${forms}`);
  const [, scheme, kind = 'single', user, hosts = '', path = ''] = parts;
  const names = user === undefined ? { username: null, password: null } : parseUser(user);
  if (names === null) return err('expected user:password@ or :password@ before the host, with %40 for @ and %2F for /');
  const login = { tls: scheme === 'rediss', ...names };

  const addresses = hosts.split(',').map((host) => parseHost(host, kind === 'sentinel' ? 26_379 : 6379));
  if (!addresses.every((address) => address !== null)) return err(`expected host:port, several with commas between them, in ${forms}`);

  if (kind === 'sentinel') {
    if (!/^[A-Za-z0-9._-]+$/.test(path))
      return err('expected the name of the master after the Sentinels, as in redis+sentinel://host:port/mymaster');
    return ok({ kind, login, sentinels: addresses, master: path });
  }
  if (kind === 'cluster')
    return path === ''
      ? ok({ kind, login, seeds: addresses })
      : err('expected nothing after the hosts of a cluster, which has no databases');
  const [address, ...more] = addresses;
  if (address === undefined || more.length > 0) return err('expected one host; several are for redis+sentinel:// and redis+cluster://');
  if (!/^\d{0,4}$/.test(path)) return err('expected the number of a database after redis://host:port/');
  return ok({ kind: 'single', login, address, database: Number(path) });
}

function parseUser(text: string): { readonly username: string | null; readonly password: string } | null {
  const parts = /^([^:]*):(.+)$/.exec(text);
  if (parts === null) return null;
  const [, username = '', password = ''] = parts;
  try {
    return { username: username === '' ? null : decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return null;
  }
}

function parseHost(text: string, usualPort: number): RedisAddress | null {
  const parts = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/.exec(text);
  if (parts === null) return null;
  const [, ipv6, name, digits] = parts;
  const host = ipv6 ?? name;
  const port = digits === undefined ? usualPort : Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}
