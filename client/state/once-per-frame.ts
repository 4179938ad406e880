/**
 * Calls `run` once before the next frame is drawn, however often it is asked in between: the events of one commit come as
 * several messages, and drawing the state between them costs as much as drawing the end. A page that is not drawn (hidden,
 * covered) gets no frames, so a timer stands behind.
 */
export function oncePerFrame(run: () => void): { ask(): void; cancel(): void } {
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function go(): void {
    cancel();
    run();
  }

  function cancel(): void {
    if (frame !== null) cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = null;
  }

  return {
    ask() {
      if (frame !== null) return;
      if (document.hidden) return run();
      frame = requestAnimationFrame(go);
      timer = setTimeout(go, latestMs);
    },
    cancel,
  };
}

/** Frames come every 16 ms; this is for when they do not. */
const latestMs = 100;
