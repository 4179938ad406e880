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
    ['ADMIN_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'yes'],
  ])('refuses %s=%s in one line that begins with its name', (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error).toMatch(new RegExp(`^${name}: [^\n]+$`));
  });

  it('never repeats a wrong admin token', () => {
    expect(errorOf({ ADMIN_TOKEN: 'se cret' })).not.toContain('se cret');
  });
});
