import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryWarning } from '../../shared/domain/rules/look-ahead.ts';
import type { RelayPlan } from '../../shared/domain/rules/relay-model.ts';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the relay of the whole list ahead', () => {
  it('[LA10] gives each entry still to speak its plan and its warnings, to staff', async () => {
    for (const interpreter of ['E2', 'E1']) await server.command('booth:en', { type: 'takeMicrophone', booth: 'en', interpreter });
    expect((await server.command('chair', { type: 'giveFloor', entryId: 'e1' })).status).toBe(200);
    const response = await server.get('booth:en', `${sample}/relay?entries=all`);
    const { entries } = (await response.json()) as { entries: ({ entryId: string; warnings: EntryWarning[] } & RelayPlan)[] };
    expect(entries.length).toBeGreaterThan(30);
    expect(entries.map(({ entryId }) => entryId)).not.toContain('e1');
    const russian = entries.filter(({ floor }) => floor === 'ru');
    for (const { entryId, rows, pivots, cost, warnings } of russian) {
      expect([rows.length, pivots.length, cost]).toEqual([6, 2, { gaps: 0, doubles: 0, handovers: 0, relays: 3 }]);
      expect(warnings).toMatchObject([
        { kind: 'singlePivot', booths: ['en'], interpreter: 'E1', notTo: ['E2'], takers: ['ar', 'zh'], entryId, language: 'ru' },
        { kind: 'singlePivot', booths: ['fr'], interpreter: 'F1', notTo: ['F2'], takers: ['es'], entryId, language: 'ru' },
      ]);
    }
    const times = russian.map(({ warnings }) => warnings[0]?.at ?? 0);
    expect(times.length).toBeGreaterThan(1);
    expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
    // Direct for all: nothing to prepare.
    expect(entries.find(({ floor, warnings }) => floor === 'en' && warnings.length > 0)).toBeUndefined();
  });

  it('[LA10] is refused to the public, as it names interpreters', async () => {
    expect((await server.get('display', `${sample}/relay?entries=all`)).status).toBe(403);
  });
});
