import { describe, expect, it } from 'vitest';
import { outputRouteOf } from '../../client/output-route.ts';
import { routeOf } from '../../client/route.ts';
import { formatClock, formatDay } from '../../client/state/formats.ts';
import { chooseLanguage } from '../../client/state/preferences.ts';
import { formatElapsed, formatTimer } from '../../client/ui/format-timer.ts';

describe('the timer', () => {
  it('shows a second until it is over, and 0:00 exactly when time is up', () => {
    expect([120, 119.1, 0.4, 0].map((seconds) => formatTimer(seconds, 'negative'))).toEqual(['2:00', '2:00', '0:01', '0:00']);
  });

  it('shows over time to staff with a minus, and to the speaker as 0:00', () => {
    expect([-0.5, -1.2, -23, -83].map((seconds) => formatTimer(seconds, 'negative'))).toEqual(['0:00', '-0:01', '-0:23', '-1:23']);
    expect([-0.5, -23, 3].map((seconds) => formatTimer(seconds, 'zero'))).toEqual(['0:00', '0:00', '0:03']);
  });

  it('counts elapsed time in whole seconds', () => {
    expect([0, 38.9, 1_330].map(formatElapsed)).toEqual(['0:00', '0:38', '22:10']);
  });
});

describe('the language of the interface', () => {
  const storage = (value: string | null): Pick<Storage, 'getItem' | 'setItem'> => ({ getItem: () => value, setItem: () => {} });

  it('is that of the address, then the one chosen before, then the first known one of the browser, then English', () => {
    expect(chooseLanguage({ query: '?lang=ar', storage: storage('fr'), languages: ['ru'] })).toBe('ar');
    expect(chooseLanguage({ query: '?lang=xx', storage: storage('fr'), languages: ['ru'] })).toBe('fr');
    expect(chooseLanguage({ query: '', storage: null, languages: ['de-CH', 'zh-Hans-CN', 'en'] })).toBe('zh');
    expect(chooseLanguage({ query: '', storage: null, languages: ['de'] })).toBe('en');
  });
});

describe('addresses', () => {
  it('name the pages and the station each asks for', () => {
    expect(routeOf('/')).toEqual({ page: 'home' });
    expect(routeOf('/m/hrc37/chair')).toEqual({ page: 'chair', meetingId: 'hrc37', station: 'chair' });
    expect(routeOf('/m/hrc37/booth/fr')).toEqual({ page: 'booth', meetingId: 'hrc37', station: 'booth:fr', booth: 'fr' });
    expect(routeOf('/m/hrc37/line/booth:ru')).toEqual({ page: 'line', meetingId: 'hrc37', station: 'booth:ru' });
    expect(routeOf('/m/hrc37/line/booth%3Aru')).toEqual({ page: 'line', meetingId: 'hrc37', station: 'booth:ru' });
    expect(routeOf('/m/hrc37/line/ru')).toEqual({ page: 'line', meetingId: 'hrc37', station: 'booth:ru' });
  });

  it('that name nothing are not found', () => {
    for (const path of [
      '/m',
      '/m/hrc37',
      '/m/hrc37/booth',
      '/m/hrc37/booth/de',
      '/m/hrc37/chair/x',
      '/m/a/line/pilot',
      '/x',
      '/m/%E0%A4%A/zzz',
    ]) {
      expect(routeOf(path)).toEqual({ page: 'notFound' });
    }
  });

  it('of outputs name a bus and a language or the floor', () => {
    expect(outputRouteOf('/output/hrc37/program/floor')).toEqual({ meetingId: 'hrc37', bus: 'program', language: 'floor' });
    for (const path of ['/output/hrc37/program', '/output/hrc37/aux/en', '/output/hrc37/program/de'])
      expect(outputRouteOf(path)).toBeNull();
  });
});

describe('dates and times', () => {
  it('are those of the meeting room, in Western digits', () => {
    const instant = Date.UTC(2018, 1, 26, 15, 41, 7);
    expect(formatClock(instant, 'Europe/Zurich', 'seconds')).toBe('16:41:07');
    expect(formatClock(instant, 'Europe/Zurich', 'minutes')).toBe('16:41');
  });

  it('name the month in Arabic both ways, as the United Nations do', () => {
    expect(formatDay('2018-02-26', 'ar')).toBe('26 شباط/فبراير 2018');
    expect(formatDay('2018-02-26', 'en')).toBe('26 February 2018');
    expect(formatDay('nonsense', 'fr')).toBe('nonsense');
  });
});
