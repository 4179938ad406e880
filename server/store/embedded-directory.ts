import type { Directory } from './directory.ts';
import type { EmbeddedDatabase } from './embedded-database.ts';
import { toGrant } from './grants.ts';
import { integerIn, textIn } from './rows.ts';

export function createEmbeddedDirectory(database: EmbeddedDatabase): Directory {
  const { sql } = database;
  const allMeetings = sql.prepare('SELECT meeting FROM meetings ORDER BY meeting');
  const addMeeting = sql.prepare('INSERT OR IGNORE INTO meetings VALUES (?)');
  const removeMeeting = sql.prepare('DELETE FROM meetings WHERE meeting = ?');
  const putGrant = sql.prepare('INSERT OR REPLACE INTO grants VALUES (?, ?, ?, ?)');
  const oneGrant = sql.prepare('SELECT meeting, station, created_at FROM grants WHERE token_hash = ?');
  const grantsOfMeeting = sql.prepare('SELECT * FROM grants WHERE meeting = ? ORDER BY created_at, token_hash');
  const removeGrant = sql.prepare('DELETE FROM grants WHERE token_hash = ?');
  const oneGeneration = sql.prepare('SELECT generation FROM generations WHERE meeting = ? AND station = ?');
  const raiseGeneration = sql.prepare(
    `INSERT INTO generations VALUES (?, ?, 1) ON CONFLICT (meeting, station) DO UPDATE SET generation = generation + 1`,
  );
  const revokedListeners = new Set<(tokenHash: string) => void>();

  function generationNow(meetingId: string, station: string): number {
    const row = oneGeneration.get(meetingId, station);
    return row === undefined ? 0 : integerIn(row, 'generation');
  }

  function grantsOf(meetingId: string) {
    database.assertOpen();
    return grantsOfMeeting.all(meetingId).map((row) => ({ ...rowToGrant(row), tokenHash: textIn(row, 'token_hash') }));
  }

  function revoke(tokenHash: string): void {
    database.assertOpen();
    removeGrant.run(tokenHash);
    // As in the event store: what a listener throws is not a failed revocation.
    for (const listener of revokedListeners) queueMicrotask(() => listener(tokenHash));
  }

  return {
    async listMeetings() {
      database.assertOpen();
      return allMeetings.all().map((row) => textIn(row, 'meeting'));
    },
    async addMeeting(meetingId) {
      database.assertOpen();
      addMeeting.run(meetingId);
    },
    async removeMeeting(meetingId) {
      database.assertOpen();
      removeMeeting.run(meetingId);
      for (const { tokenHash } of grantsOf(meetingId)) revoke(tokenHash);
    },
    async putGrant(tokenHash, { meetingId, station, createdAt }) {
      database.assertOpen();
      putGrant.run(tokenHash, meetingId, station, createdAt);
    },
    async findGrant(tokenHash) {
      database.assertOpen();
      const row = oneGrant.get(tokenHash);
      return row === undefined ? null : rowToGrant(row);
    },
    async listGrants(meetingId) {
      return grantsOf(meetingId);
    },
    async revokeGrant(tokenHash) {
      revoke(tokenHash);
    },
    async generation(meetingId, station) {
      database.assertOpen();
      return generationNow(meetingId, station);
    },
    async rotate(meetingId, station) {
      return database.transaction(() => {
        raiseGeneration.run(meetingId, station);
        return generationNow(meetingId, station);
      });
    },
    onRevoked(listener) {
      revokedListeners.add(listener);
    },
  };
}

function rowToGrant(row: unknown) {
  return toGrant(textIn(row, 'meeting'), textIn(row, 'station'), integerIn(row, 'created_at'));
}
