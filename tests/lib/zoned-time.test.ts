import { describe, expect, it } from 'vitest';
import { instantToDate, instantToWallTime, isTimeZone, zonedTimeToInstant } from '../../shared/lib/zoned-time.ts';

const cases: readonly (readonly [string, string, string, string, string])[] = [
  ['winter', '2018-02-26', '16:00', 'Europe/Zurich', '2018-02-26T15:00Z'],
  ['summer', '2018-07-02', '16:00', 'Europe/Zurich', '2018-07-02T14:00Z'],
  ['the last minute before summer time', '2018-03-25', '01:59', 'Europe/Zurich', '2018-03-25T00:59Z'],
  ['the hour that summer time leaves out', '2018-03-25', '02:30', 'Europe/Zurich', '2018-03-25T01:30Z'],
  ['the first minute of summer time', '2018-03-25', '03:00', 'Europe/Zurich', '2018-03-25T01:00Z'],
  ['the evening of that day', '2018-03-25', '18:00', 'Europe/Zurich', '2018-03-25T16:00Z'],
  ['the hour before winter time', '2018-10-28', '01:30', 'Europe/Zurich', '2018-10-27T23:30Z'],
  ['the hour that comes twice: the first', '2018-10-28', '02:30', 'Europe/Zurich', '2018-10-28T00:30Z'],
  ['the hour after', '2018-10-28', '03:00', 'Europe/Zurich', '2018-10-28T02:00Z'],
  ['the hour that comes twice, west of Greenwich', '2018-11-04', '01:30', 'America/New_York', '2018-11-04T05:30Z'],
  ['midnight', '2018-02-26', '00:00', 'Europe/Zurich', '2018-02-25T23:00Z'],
  ['a zone without summer time', '2018-07-02', '10:00', 'Africa/Nairobi', '2018-07-02T07:00Z'],
  ['a half hour', '2018-07-02', '10:00', 'Asia/Kolkata', '2018-07-02T04:30Z'],
  ['a change of half an hour', '2018-10-07', '02:15', 'Australia/Lord_Howe', '2018-10-06T15:45Z'],
  ['UTC', '2018-07-02', '10:00', 'UTC', '2018-07-02T10:00Z'],
];

describe('times of a place', () => {
  it.each(cases)('[TX9] In %s, %s %s in %s is %s.', (_, date, time, zone, instant) => {
    expect(new Date(zonedTimeToInstant(date, time, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  it('reads back what was written, except in the hour left out', () => {
    for (const [name, date, time, zone] of cases) {
      const instant = zonedTimeToInstant(date, time, zone);
      const leftOut = name.includes('leaves out') || zone === 'Australia/Lord_Howe';
      if (!leftOut) expect([instantToDate(instant, zone), instantToWallTime(instant, zone)]).toEqual([date, time]);
    }
  });

  it('knows a zone by its name and throws for another', () => {
    expect(['Europe/Zurich', 'UTC', 'Asia/Kolkata'].every(isTimeZone)).toBe(true);
    expect(['Mars/Olympus', '', 'Europe'].some(isTimeZone)).toBe(false);
    expect(() => zonedTimeToInstant('2018-02-26', '16:00', 'Mars/Olympus')).toThrow();
  });
});
