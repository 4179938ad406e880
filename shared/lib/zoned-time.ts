/** Wall-clock times of a place, as papers give them, and instants (epoch ms). */

const dayMs = 24 * 3600_000;

/**
 * `date` `YYYY-MM-DD`, `time` `HH:MM`. In the hour that a change to winter time repeats, the first is
 * meant; a time in the hour that a change to summer time leaves out counts on from before it. Throws for an unknown zone.
 */
export function zonedTimeToInstant(date: string, time: string, timeZone: string): number {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  // A day on either side of any change of the clocks: the two offsets that come into question, the earlier first.
  const before = asIfUtc - offsetMs(asIfUtc - dayMs, timeZone);
  if (asIfUtc - offsetMs(before, timeZone) === before) return before;
  const after = asIfUtc - offsetMs(asIfUtc + dayMs, timeZone);
  return asIfUtc - offsetMs(after, timeZone) === after ? after : before;
}

/** `HH:MM` in the zone. */
export function instantToWallTime(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** Making a formatter costs a hundred times what using one does. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD` in the zone. */
export function instantToDate(instant: number, timeZone: string): string {
  const known =
    dateFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dateFormats.set(timeZone, known);
  return known.format(instant);
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
