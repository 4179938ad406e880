/** `docs/operations.md` names what there is, and nothing that there is not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPrometheus } from '../../server/http/prometheus.ts';

const repository = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const doc = read('docs/operations.md');

describe('docs/operations.md', () => {
  it('[OP13] has a row for each figure of ours, and alarms made of figures that exist', async () => {
    const sockets = { stations: 0, outputs: 0, displays: 0, queuedBytes: 0, lagging: 0, refused: {}, closed: {} };
    const readings = { storeUp: true, openMeetings: 0, meetingsNotLive: 0, lagEvents: 0, lagSeconds: 0, sockets };
    const text = await createPrometheus('0.0.0').text(readings);
    const figures = new Set([...text.matchAll(/^# TYPE (rostrum_\w+)/gm)].map(([, name]) => name));
    const rows = doc.split('\n').filter((line) => line.startsWith('| `rostrum_'));
    const inRows = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(rostrum_\w+)`/g)].map(([, name]) => name));
    expect(inRows.toSorted()).toEqual([...figures].toSorted());
    const named = [...doc.matchAll(/\brostrum_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
    expect(named.filter((name) => !figures.has(name))).toEqual([]);
  });

  it('[OP13] has a row for each variable of the environment', () => {
    const parsed = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name);
    expect(parsed.length).toBeGreaterThanOrEqual(9);
    const rows = doc.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
    const inRows = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    expect(parsed.filter((name) => name !== 'NODE_ENV' && !inRows.includes(name))).toEqual([]);
    expect(inRows.filter((name) => !parsed.includes(name ?? ''))).toEqual([]);
  });

  it('[OP13] leaves room for the capacity table, where it can be filled in', () => {
    expect(doc).toMatch(/<!-- capacity-table:begin[^\n]*-->[\s\S]+<!-- capacity-table:end -->/);
    expect(doc.trimEnd().split('\n').length).toBeLessThan(250);
  });
});
