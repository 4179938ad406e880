/**
 * `m:ss` of seconds that are left. A second is counted until it is over, so that 0:00 appears when time is up and not
 * before. `over`: what is shown past that: `-0:23` to staff, `0:00` to the speaker.
 */
export function formatTimer(seconds: number, over: 'negative' | 'zero'): string {
  const left = Math.ceil(seconds);
  if (left <= 0 && over === 'zero') return '0:00';
  return left < 0 ? `-${minutesAndSeconds(-left)}` : minutesAndSeconds(left);
}

/** `m:ss` of seconds that have gone by: a second counts when it is over. */
export function formatElapsed(seconds: number): string {
  return minutesAndSeconds(Math.max(0, Math.floor(seconds)));
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
