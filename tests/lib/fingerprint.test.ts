import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../shared/lib/fingerprint.ts';

describe('the fingerprint of a piece of JSON', () => {
  it('[TX8] It is 16 hex digits that depend on the content, not on the order of keys or on members without a value.', () => {
    // Stored cues carry it: these values must never change.
    expect(fingerprint({ name: 'Šuc', lines: [1, null, true] })).toBe('d788991a730d4cef');
    expect(fingerprint('')).toBe('e52213653aee07dc');
    expect(fingerprint({ a: 1, b: { d: 2, c: 3 } })).toBe(fingerprint({ b: { c: 3, d: 2 }, a: 1 }));
    expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
    expect(fingerprint({ a: null })).not.toBe(fingerprint({}));
    expect(fingerprint('1')).not.toBe(fingerprint(1));
  });

  it('tells apart what differs by one letter, in either half of a character', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(0x100 + index, 0x41));
    expect(new Set(names.map((name) => fingerprint(name))).size).toBe(names.length);
  });

  it('survives the journey through JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => fingerprint(JSON.parse(JSON.stringify(value))) === fingerprint(value)));
  });
});
