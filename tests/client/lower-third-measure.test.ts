import { describe, expect, it } from 'vitest';
import { type Box, countLines, fitOf, widthOf } from '../../client/views/lower-third/measure.ts';

const box = (left: number, right: number, top: number, bottom: number): Box => ({ left, right, top, bottom });

describe('measuring a lower third', () => {
  it('counts pieces in different fonts that stand on one line as one line', () => {
    expect(countLines([box(0, 50, 10, 40), box(50, 90, 6, 42), box(90, 95, 12, 39)])).toBe(1);
    expect(countLines([box(0, 50, 10, 40), box(0, 90, 44, 74), box(50, 90, 8, 41)])).toBe(2);
  });

  it('takes no empty piece for a line', () => {
    expect(countLines([])).toBe(0);
    expect(countLines([box(0, 0, 0, 30), box(0, 40, 0, 30), box(0, 40, 60, 60)])).toBe(1);
  });

  it('is as wide as the longest line, in either direction of writing', () => {
    expect(widthOf([box(300, 900, 0, 30), box(500, 900, 34, 64)])).toBe(600);
    expect(widthOf([])).toBe(0);
  });

  it('fits in two lines each, and is overfull with a third', () => {
    expect(fitOf({ name: 1, function: 0 })).toBe('fits');
    expect(fitOf({ name: 2, function: 2 })).toBe('fits');
    expect(fitOf({ name: 3, function: 1 })).toBe('overfull');
    expect(fitOf({ name: 1, function: 3 })).toBe('overfull');
  });
});
