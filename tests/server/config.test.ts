import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

function errorOf(env: Record<string, string>): string {
  const config = readConfig(env);
  if (config.ok) throw new Error('Expected the configuration to be refused');
  return config.error;
}

describe('the environment', () => {
  it('may be empty: everything has its promised default', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 4600,
        host: '127.0.0.1',
        redisUrl: null,
        dataDir: '.rostrum',
        publicOrigin: null,
        trustedProxies: [],
        adminToken: null,
        logLevel: 'warn',
        demo: true,
      },
    });
  });

  it('treats a variable that is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '', ADMIN_TOKEN: '' })).toEqual(readConfig({}));
  });

  it('keeps the sample meeting off in production unless it is asked for', () => {
    expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({ value: { demo: false } });
    expect(readConfig({ NODE_ENV: 'production', DEMO: '1' })).toMatchObject({ value: { demo: true } });
    expect(readConfig({ DEMO: '0' })).toMatchObject({ value: { demo: false } });
  });

  it('takes port 0 as any free port and reduces the public address to its origin', () => {
    expect(readConfig({ PORT: '0', PUBLIC_URL: 'https://Rostrum.Example.org:8443/' })).toMatchObject({
      value: { port: 0, publicOrigin: 'https://rostrum.example.org:8443' },
    });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'two words'],
    ['REDIS_URL', 'http://localhost'],
    ['PUBLIC_URL', 'rostrum.example.org'],
    ['PUBLIC_URL', 'https://example.org/path'],
    ['TRUSTED_PROXIES', 'proxy.example.org'],
    ['TRUSTED_PROXIES', '10.0.0.0/8'],
    ['ADMIN_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'yes'],
  ])('refuses %s=%s in one line that begins with its name', (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error).toMatch(new RegExp(`^${name}: [^\n]+$`));
  });

  it.each([
    'redis://127.0.0.1',
    'rediss://:p%40ss@redis.example.org:6380/2',
    'redis+sentinel://10.0.0.1,10.0.0.2:26380,[fd00::1]:26379/mymaster',
    'rediss+sentinel://user:pass@sentinel-1:26379/my.master-2',
    'redis+cluster://node-1:7000,node-2:7001',
  ])('[SR25] takes REDIS_URL=%s', (url) => {
    expect(readConfig({ REDIS_URL: url })).toMatchObject({ ok: true, value: { redisUrl: url } });
  });

  it.each([
    ['redis:127.0.0.1', 'expected redis://'],
    ['redis://', 'expected redis://'],
    ['localhost:6379', 'expected redis://'],
    ['redis+galaxy://127.0.0.1', 'redis+cluster://'],
    ['redis://127.0.0.1?db=2', 'expected redis://'],
    ['redis://127.0.0.1/zero', 'number of a database'],
    ['redis://a,b', 'expected one host'],
    ['redis://127.0.0.1:65536', 'expected host:port'],
    ['redis://127.0.0.1:0', 'expected host:port'],
    ['redis+cluster://a:7000,,b:7000', 'expected host:port'],
    ['redis+cluster://a:7000/0', 'has no databases'],
    ['redis+sentinel://127.0.0.1:26379', 'the name of the master'],
    ['redis+sentinel://a:26379 b:26379/mymaster', 'expected host:port'],
    ['redis://hunter2@127.0.0.1', 'user:password@'],
    ['redis://me:hunter2%@127.0.0.1', 'user:password@'],
    ['redis+cluster://me:hunter2@a b', 'expected host:port'],
  ])('[SR25] refuses REDIS_URL=%s in one line that says what is expected, and repeats no password', (url, expected) => {
    const error = errorOf({ REDIS_URL: url });
    expect(error).toMatch(/^REDIS_URL: [^\n]+$/);
    expect(error).toContain(expected);
    expect(error).not.toContain('hunter2');
  });

  it('never repeats a wrong admin token', () => {
    expect(errorOf({ ADMIN_TOKEN: 'se cret' })).not.toContain('se cret');
  });
});
