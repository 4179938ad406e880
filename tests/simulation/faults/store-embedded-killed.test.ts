/** Fault 4: the process with the embedded file dies in the middle of commits, again and again. */
import { join as joinPath } from 'node:path';
import Database from 'libsql';
import { afterEach, expect, it } from 'vitest';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { until } from '../../kit/until.ts';
import { comeIn, logAt } from './net-bench.ts';
import { expectEachOnce, expectOneHistory, makeLedger, sendAgain, sendTeams } from './store-bench.ts';

/** Acknowledged commands before each kill: different lengths, so that the kills fall on different moments of a commit. */
const rounds = [9, 33, 14, 41];
/** Under the quota of a link, which is 100 commands a second after a burst of 200. */
const senders = 4;

let server: ServerProcess;
afterEach(() => server.remove());

it('[FT4] the embedded file, killed in the middle of commits, opens again, chains, and holds all that was acknowledged', async () => {
  server = await startServerProcess();
  const ledger = makeLedger();
  const watcher = comeIn(server, 'booth:fr');
  for (const [round, count] of rounds.entries()) {
    const wanted = ledger.acknowledged().length + count;
    let killed = false;
    const sending = Array.from({ length: senders }, (_, sender) => sendTeams(server, `round-${round}-${sender}`, ledger, () => killed));
    await until('some commits', 10_000, () => ledger.acknowledged().length >= wanted);
    await server.kill9();
    killed = true;
    await Promise.all(sending);
    // Each sender had one command under way when the server died.
    expect(ledger.open().length).toBeGreaterThan(0);
    await server.restart();
    await sendAgain(server, ledger);
    expectEachOnce(await logAt(server), ledger);
  }
  const log = await expectOneHistory({ servers: [server], ledger, stations: [watcher] });
  expect(log.length).toBeGreaterThan(97);

  await server.kill9();
  const file = new Database(joinPath(server.dataDir, 'rostrum.db'));
  expect(file.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  expect(file.prepare('SELECT count(*) AS events FROM log').get()).toMatchObject({ events: log.length });
  file.close();
});
