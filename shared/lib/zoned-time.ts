/** Wall-clock times of a place, as papers give them, and instants (epoch ms). */

/** `date` `YYYY-MM-DD`, `time` `HH:MM`. In the hour that a change to winter time repeats, the first is meant. Throws for an unknown zone. */
export function zonedTimeToInstant(date: string, time: string, timeZone: string): number {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  // Twice: the offset at the guess may differ from the offset at the result near a change of the clocks.
  const guess = asIfUtc - offsetMs(asIfUtc, timeZone);
  return asIfUtc - offsetMs(guess, timeZone);
}

/** `HH:MM` in the zone. */
export function instantToWallTime(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** `YYYY-MM-DD` in the zone. */
export function instantToDate(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

export function isTimeZone(timeZone: string): boolean {
  try {
    offsetMs(0, timeZone);
    return true;
  } catch {
    return false;
  }
}

function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}
