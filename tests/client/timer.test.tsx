import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { afterEach, describe, expect, it } from 'vitest';
import { Timer } from '../../client/ui/timer.tsx';

let dispose = (): void => {};
afterEach(() => {
  dispose();
  document.body.replaceChildren();
});

function timer(from: number) {
  const host = document.body.appendChild(document.createElement('div'));
  const [seconds, setSeconds] = createSignal(from);
  dispose = render(() => <Timer seconds={seconds()} over="negative" label="Time left" spoken={(mark) => `${mark} left`} />, host);
  const said = (): string => host.querySelector('[aria-live=polite]')?.textContent ?? 'no node';
  return {
    clock: () => host.querySelector('[role=timer]'),
    said,
    /** Counts down second by second; everything that was news on the way. */
    to(end: number): readonly string[] {
      const news: string[] = [];
      let before = said();
      for (let now = Math.ceil(seconds()) - 1; now >= end; now -= 1) {
        setSeconds(now);
        if (said() !== before && said() !== '') news.push(said());
        before = said();
      }
      return news;
    },
    set: setSeconds,
  };
}

describe('the clock of a page', () => {
  it('[SB8] is silent for screen readers; 1:00, 0:30, 0:10 and 0:00 are said by a node beside it, once each', () => {
    const { clock, to } = timer(75);
    expect(clock()?.getAttribute('aria-live')).toBe('off');
    expect(clock()?.getAttribute('aria-label')).toBe('Time left');
    expect(clock()?.querySelector('[aria-live]')).toBeNull();
    expect(to(-15)).toEqual(['60 left', '30 left', '10 left', '0 left']);
    expect(clock()?.textContent).toContain('0:15');
  });

  it('[SB8] says a mark again for the next speaker, also when the last one left at the same mark', () => {
    const { to, set, said } = timer(62);
    expect(to(55)).toEqual(['60 left']);
    set(120);
    expect(said()).toBe('');
    expect(to(55)).toEqual(['60 left']);
  });

  it('[SB8] says only the last mark passed when the window was asleep, and nothing twice when the clock is put back a second', () => {
    const { set, said, to } = timer(70);
    set(5);
    expect(said()).toBe('10 left');
    set(31);
    expect(to(30)).toEqual(['30 left']);
    set(31);
    expect(said()).toBe('30 left');
  });
});
