/**
 * Commands of this browser in IndexedDB, so that they survive a reload. Each page has a name of its own and holds a lock
 * under it for as long as it lives; whoever gets that lock knows that the page is gone, and takes over what it left. So two
 * open pages of one station never send each other's commands, and those of a page that died are settled by the next.
 *
 * Where there is no IndexedDB (private windows of some browsers) nothing is kept: commands then last as long as their page.
 * Where there are no locks (an address without TLS) only what is past its time is taken over: the server then answers with
 * what became of it, and carries nothing out.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Station } from '../../shared/domain/stations.ts';
import type { KeptCommand, OutboxStorage } from '../live/outbox.ts';

export interface CommandDatabaseOptions {
  readonly meetingId: string;
  readonly station: Station;
  /** Of this page, unlike that of any other. */
  readonly page: string;
}

interface Row extends KeptCommand {
  /** Meeting and station. */
  readonly scope: string;
  readonly page: string;
  /** Wall clock, ms. */
  readonly keptAt: number;
}

interface Schema extends DBSchema {
  commands: { key: string; value: Row; indexes: { scope: string; keptAt: number } };
}

/** Our choice: longer than any meeting that a command could still matter to. */
const oldMs = 24 * 3_600_000;
/** How often is looked for pages that were opened later and are gone. Our choice. */
const lookEveryMs = 5_000;

export function commandDatabase({ meetingId, station, page }: CommandDatabaseOptions): OutboxStorage {
  const scope = `${meetingId} ${station}`;
  const others = new Set<string>();
  const lock = holdLock(page);
  const opened: Promise<IDBPDatabase<Schema> | null> = lock.held.then(openDatabase).catch(() => null);
  let looking: ReturnType<typeof setInterval> | undefined;
  let closed = false;

  /** In the order asked for. A write that fails is as good as none: the page itself still has the command. */
  function change(run: (database: IDBPDatabase<Schema>) => Promise<unknown>): void {
    void opened.then((database) => (database === null ? undefined : run(database))).catch(() => undefined);
  }

  async function look(database: IDBPDatabase<Schema>, take: (left: readonly KeptCommand[]) => void, first: boolean): Promise<void> {
    const rows = await database.getAllFromIndex('commands', 'scope', scope);
    for (const other of new Set(rows.map((row) => row.page))) {
      if (other === page || others.has(other)) continue;
      if (navigator.locks === undefined) {
        hand(await takeOver(database, other, first ? isLeftBySight : isPast), take);
        continue;
      }
      others.add(other);
      void whenGone(other, async () => hand(await takeOver(database, other, () => true), take)).catch(() => undefined);
    }
  }

  function hand(left: readonly KeptCommand[], take: (left: readonly KeptCommand[]) => void): void {
    if (left.length > 0 && !closed) take(left);
  }

  async function takeOver(database: IDBPDatabase<Schema>, other: string, isLeft: (row: Row) => boolean): Promise<readonly KeptCommand[]> {
    const transaction = database.transaction('commands', 'readwrite');
    const rows = await transaction.store.index('scope').getAll(scope);
    const left = rows.filter((row) => row.page === other && isLeft(row));
    await Promise.all([...left.map((row) => transaction.store.put({ ...row, page })), transaction.done]);
    return left.map(asKept);
  }

  return {
    adopt(take) {
      change(async (database) => {
        if (closed) return;
        looking = setInterval(() => void look(database, take, false).catch(() => undefined), lookEveryMs);
        await look(database, take, true);
      });
    },
    keep(command) {
      const row: Row = { ...command, scope, page, keptAt: Date.now() };
      change((database) => database.put('commands', row));
    },
    forget(commandIds) {
      change(async (database) => {
        const transaction = database.transaction('commands', 'readwrite');
        await Promise.all([...commandIds.map((commandId) => transaction.store.delete(commandId)), transaction.done]);
      });
    },
    close() {
      closed = true;
      clearInterval(looking);
      change(async (database) => {
        database.close();
        lock.release();
      });
    },
  };
}

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>('rostrum.commands', 1, {
    upgrade(created) {
      const commands = created.createObjectStore('commands', { keyPath: 'commandId' });
      commands.createIndex('scope', 'scope');
      commands.createIndex('keptAt', 'keptAt');
    },
    // A newer page wants to change the tables: this one goes on without.
    blocking: (_current, _wanted, event) => (event.target instanceof IDBDatabase ? event.target.close() : undefined),
  });
  const transaction = database.transaction('commands', 'readwrite');
  const old = await transaction.store.index('keptAt').getAllKeys(IDBKeyRange.upperBound(Date.now() - oldMs));
  await Promise.all([...old.map((key) => transaction.store.delete(key)), transaction.done]);
  return database;
}

/** Pending, and a copy on its way or in another page that still lives could no longer be carried out. */
function isPast({ state, givenAt, expires, keptAt }: Row): boolean {
  return state === 'pending' && Date.now() - keptAt > expires - givenAt;
}

/** Without locks, at the start of a page. What was acknowledged may be watched by two pages: it is only told, never sent. */
function isLeftBySight(row: Row): boolean {
  return row.state !== 'pending' || isPast(row);
}

function asKept({ scope: _scope, page: _page, keptAt: _keptAt, ...command }: Row): KeptCommand {
  return command;
}

function holdLock(page: string): { readonly held: Promise<void>; readonly release: () => void } {
  if (navigator.locks === undefined) return { held: Promise.resolve(), release: () => undefined };
  let release = (): void => {};
  const end = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = new Promise<void>((resolve, reject) => {
    // Refused altogether, as in a sandboxed frame: then nothing is kept either.
    const hold = (): Promise<void> => {
      resolve();
      return end;
    };
    navigator.locks.request(lockName(page), hold).catch(reject);
  });
  return { held, release };
}

async function whenGone(page: string, run: () => Promise<void>): Promise<void> {
  await navigator.locks.request(lockName(page), run);
}

function lockName(page: string): string {
  return `rostrum.page.${page}`;
}
