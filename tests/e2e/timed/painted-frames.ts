/**
 * Runs in a page before its own code: writes down what each painted frame shows, so that one wrong frame is found. A page
 * paints when it has changed or is touched; asking for more frames would show what nobody would have seen.
 */

export interface PaintedFrame {
  /** ms since the frame before; long when the page was stopped. */
  readonly gapMs: number;
  /** A station says that what it shows is true now; `null` on an output page, where whatever is shown says so. */
  readonly fresh: boolean | null;
  /** Who speaks, or what is on air; empty: nobody. */
  readonly name: string;
}

export interface RecorderOptions {
  readonly name: string;
  /** As on a machine that sleeps: the steady clock of the page stands still while nothing runs. */
  readonly clockStops: boolean;
}

/** Kept in `paintedFrames` of the page: frames that differ from the one before, or come late. */
export function recordFrames({ name, clockStops }: RecorderOptions): void {
  const steady = performance.now.bind(performance);
  if (clockStops) {
    const longestPauseMs = 1_000;
    let last = steady();
    let stopped = 0;
    performance.now = () => {
      const now = steady();
      if (now - last > longestPauseMs) stopped += now - last;
      last = now;
      return now - stopped;
    };
  }
  const frames: PaintedFrame[] = [];
  Object.assign(globalThis, { paintedFrames: frames });
  let paintedAt = steady();

  function record(): void {
    const now = steady();
    const gapMs = now - paintedAt;
    paintedAt = now;
    const page = document.querySelector<HTMLElement>('main[data-fresh]');
    const fresh = page === null ? null : page.dataset.fresh === 'true';
    const shown = document.querySelector(name)?.textContent ?? '';
    const last = frames.at(-1);
    if (last?.fresh !== fresh || last.name !== shown || gapMs > 1_000) frames.push({ gapMs, fresh, name: shown });
  }

  document.addEventListener('DOMContentLoaded', () => {
    // Observers of sizes are told last before a frame is painted, after everything that the page does for that frame.
    const marker = document.createElement('div');
    Object.assign(marker.style, { position: 'fixed', inlineSize: '1px', blockSize: '1px', opacity: '0', pointerEvents: 'none' });
    document.documentElement.append(marker);
    new ResizeObserver(record).observe(marker);
    let asked = false;
    const beforePaint = (): void => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        marker.style.inlineSize = marker.style.inlineSize === '1px' ? '2px' : '1px';
      });
    };
    const changes = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(beforePaint).observe(document.body, changes);
    for (const touch of ['pointermove', 'keydown']) addEventListener(touch, beforePaint, { capture: true });
  });
}
