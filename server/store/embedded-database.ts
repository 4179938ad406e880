/** The file of the embedded stores: opened by one process at a time, with everything on disk when a commit returns. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { StoreUnavailable } from './event-store.ts';

/** The members used here, which `node:sqlite` has under the same names: the way out if libsql is no longer cared for. */
export interface Sql {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

export interface Statement {
  run(...values: readonly (string | number)[]): unknown;
  get(...values: readonly (string | number)[]): unknown;
  all(...values: readonly (string | number)[]): unknown[];
}

export interface EmbeddedDatabase {
  readonly sql: Sql;
  /** Throws `StoreUnavailable` after `close`, where a prepared statement would fail in ways of its own. */
  assertOpen(): void;
  /** All or nothing, and on disk when it returns. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Thrown at start when another process (or this one, twice) works in the same folder. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
}

export function openEmbeddedDatabase(dataDir: string): EmbeddedDatabase {
  mkdirSync(dataDir, { recursive: true });
  const unlock = lock(dataDir);
  let sql: Sql;
  try {
    sql = openFile(join(dataDir, 'rostrum.db'));
  } catch (error) {
    unlock();
    throw error;
  }
  let open = true;

  return {
    sql,
    assertOpen,
    transaction(work) {
      assertOpen();
      try {
        // Inside: another program that reads or copies the file may hold it at this moment, which is trouble with the disk too.
        sql.exec('BEGIN IMMEDIATE');
        const result = work();
        sql.exec('COMMIT');
        return result;
      } catch (error) {
        rollBack(sql);
        throw isDiskTrouble(error) ? new StoreUnavailable('The data folder cannot be written', { cause: error }) : error;
      }
    },
    close() {
      if (!open) return;
      open = false;
      sql.close();
      unlock();
    },
  };

  function assertOpen(): void {
    if (!open) throw new StoreUnavailable('The store is closed');
  }
}

/**
 * Two processes on one file would each fold only their own commits. The lock is an open exclusive transaction on a file of
 * its own: the kernel lets go of it when the process dies, however it dies, and no number of a dead process can be mistaken
 * for a living one (in a container everybody is process 1). `rostrum.pid` only serves the sentence.
 */
function lock(dataDir: string): () => void {
  const pidFile = join(dataDir, 'rostrum.pid');
  const holder = new Database(join(dataDir, 'rostrum.lock'));
  try {
    holder.exec('PRAGMA busy_timeout = 0');
    holder.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    if (!hasCode(error, /^SQLITE_BUSY/)) throw error;
    throw new DataDirInUse(
      `The data folder ${dataDir} is in use by process ${readPid(pidFile)}. One embedded store serves one process: ` +
        'stop the other one, choose another DATA_DIR, or set REDIS_URL to run several.',
      { cause: error },
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => {
    rmSync(pidFile, { force: true });
    holder.close();
  };
}

function readPid(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim();
  } catch {
    return '(unknown)';
  }
}

function openFile(path: string): Sql {
  const database = new Database(path);
  const sql: Sql = {
    exec: (text) => database.exec(text),
    prepare: (text) => database.prepare<unknown[]>(text),
    close: () => database.close(),
  };
  sql.exec('PRAGMA journal_mode = WAL');
  sql.exec('PRAGMA synchronous = FULL');
  // What is deleted is overwritten: texts of statements are confidential until they are read.
  sql.exec('PRAGMA secure_delete = ON');
  for (const table of tables) sql.exec(table);
  return sql;
}

/** PERSISTED. Add columns with a default and tables; never rename. */
const tables = [
  `CREATE TABLE IF NOT EXISTS log (
    meeting TEXT NOT NULL, position INTEGER NOT NULL, epoch INTEGER NOT NULL, hash TEXT NOT NULL, time INTEGER NOT NULL,
    author TEXT NOT NULL, command TEXT NOT NULL, fact_schema INTEGER NOT NULL, fact TEXT NOT NULL,
    PRIMARY KEY (meeting, position)
  )`,
  `CREATE TABLE IF NOT EXISTS outcomes (
    meeting TEXT NOT NULL, command TEXT NOT NULL, epoch INTEGER NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (meeting, command)
  )`,
  `CREATE TABLE IF NOT EXISTS refusals (
    meeting TEXT NOT NULL, command TEXT NOT NULL, epoch INTEGER NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL,
    time INTEGER NOT NULL, refusal TEXT NOT NULL,
    PRIMARY KEY (meeting, command)
  )`,
  `CREATE TABLE IF NOT EXISTS snapshots (
    meeting TEXT PRIMARY KEY NOT NULL, epoch INTEGER NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL,
    state_schema INTEGER NOT NULL, state TEXT NOT NULL
  )`,
  'CREATE TABLE IF NOT EXISTS meetings (meeting TEXT PRIMARY KEY NOT NULL)',
  'CREATE TABLE IF NOT EXISTS removed (meeting TEXT PRIMARY KEY NOT NULL, time INTEGER NOT NULL)',
  `CREATE TABLE IF NOT EXISTS grants (
    token_hash TEXT PRIMARY KEY NOT NULL, meeting TEXT NOT NULL, station TEXT NOT NULL, created_at INTEGER NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS generations (
    meeting TEXT NOT NULL, station TEXT NOT NULL, generation INTEGER NOT NULL,
    PRIMARY KEY (meeting, station)
  )`,
];

function rollBack(sql: Sql): void {
  try {
    sql.exec('ROLLBACK');
  } catch {
    // SQLite rolls back by itself on a full disk or an I/O error and then knows no transaction; the first error is the one to tell.
  }
}

function isDiskTrouble(error: unknown): boolean {
  return hasCode(error, /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/);
}

function hasCode(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && pattern.test(error.code);
}
