import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../../server/store/open-store.ts';
import { makeTempDir, type TempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { eventStoreContract } from './event-store-contract.ts';
import { appendMany, expectWholeChain, readAll } from './store-fixtures.ts';

describe('The embedded store', () => {
  eventStoreContract(async () => {
    const folder = makeTempDir();
    return { open: () => openEmbedded(folder), end: async () => folder.remove() };
  });

  describe('as the store of one process', () => {
    let folder: TempDir;
    beforeEach(() => {
      folder = makeTempDir();
    });
    afterEach(() => folder.remove());

    it('[SR10] is refused to a second process, which is told who has it', async () => {
      const { events } = await openEmbedded(folder);
      await appendMany(events, 'm1', 'c', 2);
      const second = startLoop(folder);
      await second.ended;
      expect(second.acknowledged).toEqual([]);
      expect(second.errors()).toContain('DataDirInUse');
      expect(second.errors()).toContain(`in use by process ${process.pid}`);
      await expect(openEmbedded(folder)).rejects.toMatchObject({ name: 'DataDirInUse' });
      expectWholeChain(await readAll(events, 'm1'), 2);
      await events.close();
      const next = await openEmbedded(folder);
      await next.events.close();
    });

    it('[SR11] loses no acknowledged commit when its process is killed, and is free for the next', async () => {
      const acknowledged: string[] = [];
      // Different lengths, so that the kills fall on different moments of a commit.
      for (const commits of [40, 111, 202]) {
        const loop = startLoop(folder);
        await until(`${commits} commits`, 20_000, () => loop.acknowledged.length >= commits);
        await expect(openEmbedded(folder)).rejects.toMatchObject({ name: 'DataDirInUse' });
        loop.kill9();
        await loop.ended;
        acknowledged.push(...loop.acknowledged);

        const { events } = await openEmbedded(folder);
        const log = await readAll(events, 'm1');
        expectWholeChain(log, log.length);
        const committed = log.map(({ commandId }) => commandId);
        expect(new Set(committed).size).toBe(committed.length);
        expect(acknowledged.filter((id) => !committed.includes(id))).toEqual([]);
        await events.close();
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(353);
    });
  });
});

function openEmbedded(folder: TempDir): Promise<OpenStore> {
  return openStore({ redisUrl: null, dataDir: folder.path, warn: () => {} });
}

function startLoop(folder: TempDir) {
  const script = new URL('./commit-loop.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder.path], { stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged: string[] = [];
  let errors = '';
  createInterface(child.stdout).on('line', (line) => acknowledged.push(line));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  return {
    acknowledged,
    errors: () => errors,
    // 'close' and not 'exit': only then has everything that was printed arrived.
    ended: once(child, 'close'),
    kill9: () => child.kill('SIGKILL'),
  };
}
