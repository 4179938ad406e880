/** Dates and times as each language writes them, with Western digits in all. */
import { numberLocale } from '../../shared/i18n/translate.ts';
import type { Language } from '../../shared/reference/languages.ts';

/** `16:41`, or with seconds `16:41:07`: the same in all six, as on the wall of the room. */
export function formatClock(instantMs: number, timeZone: string, precision: 'minutes' | 'seconds'): string {
  return clockFormat(timeZone, precision).format(instantMs);
}

/** A day as the paper names it, from `YYYY-MM-DD`. */
export function formatDay(day: string, language: Language): string {
  const instant = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(instant)) return day;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : numberLocale(language), { dateStyle: 'long', timeZone: 'UTC' });
  return language === 'ar' ? withBothMonthNames(format, instant) : format.format(instant);
}

/** United Nations Arabic names a month twice, in the Levant's way and in Egypt's: شباط/فبراير. */
function withBothMonthNames(format: Intl.DateTimeFormat, instant: number): string {
  const levantine = new Intl.DateTimeFormat('ar-LB-u-nu-latn', { month: 'long', timeZone: 'UTC' }).format(instant);
  return format
    .formatToParts(instant)
    .map(({ type, value }) => (type === 'month' && value !== levantine ? `${levantine}/${value}` : value))
    .join('');
}

const clockFormats = new Map<string, Intl.DateTimeFormat>();

function clockFormat(timeZone: string, precision: 'minutes' | 'seconds'): Intl.DateTimeFormat {
  const key = `${timeZone} ${precision}`;
  const known = clockFormats.get(key);
  if (known !== undefined) return known;
  const options: Intl.DateTimeFormatOptions = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const format = new Intl.DateTimeFormat('en-GB', precision === 'seconds' ? { ...options, second: '2-digit' } : options);
  clockFormats.set(key, format);
  return format;
}
