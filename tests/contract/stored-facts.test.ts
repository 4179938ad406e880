import { describe, expect, it } from 'vitest';
import { chainHash, hashOfEvent } from '../../server/store/hash-chain.ts';
import { parsePublished } from '../../server/store/stored-event.ts';
import { factSchema, upcast, type UpcastStep, upcastThrough } from '../../server/store/upcast.ts';

describe('The hash chain', () => {
  it('is SHA-1 over previous hash, offset, time and fact, without separators', () => {
    // printf '%s' '11700000000000{"type":"listClosed"}' | sha1sum
    expect(chainHash('', 1, 1_700_000_000_000, '{"type":"listClosed"}')).toBe('daffbdaf82f1ccfbecb5e55db94af9d09f68560b');
  });

  it('is told from an event alone', () => {
    const event = { type: 'listClosed', at: 1_700_000_000_000, by: 'chair' } as const;
    expect(hashOfEvent('', 1, event)).toBe('daffbdaf82f1ccfbecb5e55db94af9d09f68560b');
  });
});

describe('Upcasting', () => {
  const seconds: UpcastStep = (fact) => (fact.type === 'timeAdded' ? { type: 'timeAdded', seconds: Number(fact.minutes) * 60 } : fact);
  const renamed: UpcastStep = (fact) => (fact.type === 'listShut' ? { ...fact, type: 'listClosed' } : fact);

  it('reads facts of today as they are', () => {
    expect(upcast(factSchema, '{"type":"listClosed"}')).toEqual({ type: 'listClosed' });
  });

  it('[SR17] takes an old fact through every younger step, and a newer one only through the rest', () => {
    const path = [seconds, renamed];
    expect(upcastThrough(path, 1, '{"type":"timeAdded","minutes":2}')).toEqual({ type: 'timeAdded', seconds: 120 });
    expect(upcastThrough(path, 1, '{"type":"listShut"}')).toEqual({ type: 'listClosed' });
    expect(upcastThrough(path, 2, '{"type":"timeAdded","seconds":5}')).toEqual({ type: 'timeAdded', seconds: 5 });
    expect(upcastThrough(path, 3, '{"type":"listShut"}')).toEqual({ type: 'listShut' });
  });

  it('[SR17] refuses what a newer version wrote, and what is no fact', () => {
    expect(() => upcast(factSchema + 1, '{"type":"listClosed"}')).toThrow('newer version');
    expect(() => upcast(0, '{"type":"listClosed"}')).toThrow('schema number');
    expect(() => upcast(factSchema, '["listClosed"]')).toThrow('object with a type');
  });
});

describe('A published message', () => {
  const event = { offset: 1, epoch: 1, hash: 'ab', time: 1, by: 'booth', commandId: 'c', schema: 1, fact: '{}' };

  it('is a list of stored events', () => {
    expect(parsePublished(JSON.stringify([event]))).toEqual([event]);
  });

  it('is nothing when any part of it is not', () => {
    const wrong = [{ ...event, offset: '1' }, { ...event, by: 'nobody' }, { ...event, fact: {} }, { ...event, hash: undefined }, null, 1];
    for (const value of wrong) expect(parsePublished(JSON.stringify([event, value]))).toBeNull();
    for (const text of ['', '[]', '{}', 'null', '"x"']) expect(parsePublished(text)).toBeNull();
  });
});
