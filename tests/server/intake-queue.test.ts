import { describe, expect, it } from 'vitest';
import { createQueue } from '../../server/intake/queue.ts';

describe('the queue of files', () => {
  it('[IN15] runs two at once, the others in the order in which they came, and goes on after a failure', async () => {
    const queue = createQueue(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const tasks = Array.from({ length: 6 }, (_, index) =>
      queue.run(async () => {
        begun.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
        if (index === 1) throw new Error('a file that failed');
        return index;
      }),
    );
    const settled = Promise.allSettled(tasks);
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    for (let index = 0; index < 6; index += 1) {
      ends[index]?.();
      await tasks[index]?.catch(() => undefined);
      await Promise.resolve();
    }
    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });
});
