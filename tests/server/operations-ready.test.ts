/** May traffic come here; and what keeps the server from starting at all. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { freePort } from '../kit/free-port.ts';
import { redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { makeTempDir } from '../kit/temp-dir.ts';
import { problemOf, startTestServer } from './running-server.ts';

describe.skipIf(redisIsMissing('readiness with Redis'))('/readyz', () => {
  it('[OP5] says within a second that the store does not answer, and that it answers again', async () => {
    const redis = await startRedisServer([]);
    const server = await startTestServer({ redisUrl: redis.url });
    try {
      expect(await (await server.get(null, '/readyz')).json()).toEqual({ status: 'ready' });
      redis.freeze();
      const asked = performance.now();
      const away = await server.get(null, '/readyz');
      // The promise is a second; the rest is for a busy machine.
      expect(performance.now() - asked).toBeLessThan(1_900);
      expect(away.status).toBe(503);
      expect(away.headers.get('retry-after')).toBe('2');
      expect((await problemOf(away)).code).toBe('storeUnavailable');
      expect((await server.get(null, '/healthz')).status).toBe(200);
      redis.thaw();
      const deadline = performance.now() + 10_000;
      while ((await server.get(null, '/readyz')).status !== 200) expect(performance.now()).toBeLessThan(deadline);
    } finally {
      redis.thaw();
      await server.close();
      await redis.stop();
    }
  });
});

describe('a wrong setting', () => {
  const folder = makeTempDir();
  const noFolder = join(folder.path, 'a-file');
  writeFileSync(noFolder, '');

  async function startWith(env: Readonly<Record<string, string>>): Promise<{ code: unknown; stderr: string; stdout: string }> {
    const settings = { PORT: String(await freePort()), DATA_DIR: join(folder.path, 'data'), DEMO: '1', ...env };
    try {
      await promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
        env: { PATH: process.env.PATH, ...settings },
        timeout: 20_000,
      });
      throw new Error('Expected the server not to start');
    } catch (fault) {
      return fault as { code: unknown; stderr: string; stdout: string };
    }
  }

  it.each([
    ['PORT', 'http'],
    ['HOST', '203.0.113.7'],
    ['REDIS_URL', 'http://user:pass-word@localhost'],
    ['REDIS_URL', 'redis://user:pass-word@127.0.0.1:1'],
    ['DATA_DIR', noFolder],
    ['PUBLIC_URL', 'rostrum'],
    ['TRUSTED_PROXIES', 'somewhere'],
    ['ADMIN_TOKEN', 'pass-word!'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'maybe'],
  ])(
    '[OP6] of %s (%s) ends the start with one line that names it and repeats no password',
    async (name, value) => {
      const { code, stderr, stdout } = await startWith({ [name]: value });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^Rostrum cannot start\. [^\n]+\n$/);
      expect(stderr).toContain(name);
      expect(stderr).not.toContain('pass-word');
      expect(stdout).toBe('');
    },
    30_000,
  );
});
