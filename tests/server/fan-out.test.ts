import { describe, expect, it } from 'vitest';
import { createFanOut, type Delivery, type Subscriber } from '../../server/app/fan-out.ts';

function delivery(offset: number): Delivery {
  const bytes = Buffer.from(String(offset));
  return { kind: 'events', position: { epoch: 1, offset, hash: '' }, bytes: { staff: bytes, public: bytes } };
}

function subscriber(isDisplay: boolean, seen: string[], name: string): Subscriber {
  return {
    audience: isDisplay ? 'public' : 'staff',
    isDisplay,
    deliver: ({ position }) => void seen.push(`${name}:${position.offset}`),
    recover() {},
  };
}

describe('the fan-out', () => {
  it('[RT17] serves stations at once and displays in slices, each delivery to all before the next', async () => {
    const seen: string[] = [];
    const turns: (() => void)[] = [];
    const fanOut = createFanOut(() => new Promise((resolve) => turns.push(resolve)));
    for (let index = 0; index < 600; index += 1) fanOut.add(subscriber(true, seen, 'display'));
    fanOut.add(subscriber(false, seen, 'station'));

    fanOut.deliver(delivery(1));
    fanOut.deliver(delivery(2));
    expect(seen.filter((entry) => entry.startsWith('station'))).toEqual(['station:1', 'station:2']);
    expect(seen.filter((entry) => entry === 'display:1')).toHaveLength(250);
    expect(seen).not.toContain('display:2');

    while (turns.length > 0) {
      turns.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(seen.filter((entry) => entry === 'display:1')).toHaveLength(600);
    expect(seen.filter((entry) => entry === 'display:2')).toHaveLength(600);
    expect(seen.lastIndexOf('display:1')).toBeLessThan(seen.indexOf('display:2'));
  });

  it('sends nothing more to who has left', () => {
    const seen: string[] = [];
    const fanOut = createFanOut();
    const display = subscriber(true, seen, 'display');
    fanOut.add(display);
    fanOut.deliver(delivery(1));
    fanOut.remove(display);
    fanOut.deliver(delivery(2));
    expect(seen).toEqual(['display:1']);
  });
});
