/** docs/protocol.md lists what travels: this test finds what was forgotten there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { upSchema } from '../../shared/protocol/up.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/protocol.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| '));
const downKinds = [...readFileSync(join(root, 'shared/protocol/down.ts'), 'utf8').matchAll(/readonly k: '(\w+)'/g)].map(
  (match) => match[1] ?? '',
);
const upKinds = upSchema.options.map((option) => option.shape.k.value);

describe('docs/protocol.md', () => {
  it('has a row for every frame, in both directions', () => {
    expect(downKinds.length).toBeGreaterThanOrEqual(8);
    expect(upKinds.length).toBeGreaterThanOrEqual(3);
    for (const kind of [...downKinds, ...upKinds])
      expect(
        rows.some((row) => row.startsWith(`| \`${kind}\` |`)),
        kind,
      ).toBe(true);
  });

  it('has a row for every close code, and names what the client then does', () => {
    const words = { reconnect: 'reconnect', newSession: 'new session first', stop: 'stop' };
    for (const { code, next } of Object.values(closeCodes)) {
      expect(
        rows.find((row) => row.startsWith(`| ${code} |`)),
        String(code),
      ).toContain(`| ${words[next]} |`);
    }
  });

  it('names the present version and stays readable in one sitting', () => {
    expect(page).toContain(`rostrum.v${protocolVersion}`);
    expect(page.split('\n').length).toBeLessThan(150);
  });
});
