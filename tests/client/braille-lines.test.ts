import { describe, expect, it } from 'vitest';
import { brailleLines, type BrailleLines, cells } from '../../client/views/line/braille-lines.ts';
import { fitName } from '../../client/views/line/fit-name.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';
import { given, startsAt } from '../kit/given.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

async function linesOf(meeting: Meeting, station: Station, now: number, language: Language = 'en'): Promise<BrailleLines> {
  const catalogue = await loadCatalogue(language);
  const word = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    translate(catalogue, language, `line.${key}` as MessageKey, params).replace(/[\u2068\u2069]/g, '');
  return brailleLines({ meeting, station, language, now, word });
}

describe('the one-line view', () => {
  it('says who speaks in which language with how much time, and who is next', async () => {
    const { meeting, now } = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' });
    const lines = await linesOf(meeting, 'booth:fr', now);
    expect(lines.now).toMatch(/^now Chair \[en\] en \d+:\d\d$/);
    expect(lines.next).toMatch(/^next Steiner \[en\] en no text \d+:\d\d video$/);
  });

  it('holds still: the time left moves by half minutes, and by ten seconds in the last one', async () => {
    const { meeting, now } = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e5' });
    const at = async (seconds: number): Promise<string> =>
      (await linesOf(meeting, 'viewer', now + seconds * 1_000)).now.split(' ').at(-1) ?? '';
    expect(await Promise.all([0, 1, 29, 31, 61, 75, 119, 121, 135].map(at))).toEqual([
      '2:00',
      '2:00',
      '2:00',
      '1:30',
      '1:00',
      '0:50',
      '0:10',
      '0:00',
      '-0:10',
    ]);
  });

  it('never exceeds forty cells, in any language, for any station', async () => {
    const long = smallPlan({
      segments: [
        {
          title: 'Slot',
          part: 'floor',
          budgetSeconds: 3_600,
          entries: [
            delegation('Democratic People’s Republic of Korea'),
            {
              persons: [person('Zeid Ra’ad Zeid Al-Hussein of the Long Established Name', { captions: {} })],
              rank: 'dignitary',
              language: 'ar',
              limitSeconds: 480,
            },
            delegation('Bosnia and Herzegovina'),
          ],
        },
      ],
    });
    const { meeting, now } = given(long)
      .when({ type: 'giveFloor', entryId: 'e1' })
      .when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Maximiliana Constantinopolitana Featherstonehaugh' }] });
    let seen = 0;
    for (const language of officialLanguages) {
      for (const station of ['booth:ar', 'booth:en', 'chair', 'webcast', 'viewer'] as const) {
        for (const line of Object.values(await linesOf(meeting, station, now, language))) {
          expect([...new Intl.Segmenter('und').segment(line)].length, line).toBeLessThanOrEqual(cells);
          seen += 1;
        }
      }
    }
    expect(seen).toBe(6 * 5 * 4);
  });

  it('names a late change that the station owes, and says so when there is none', async () => {
    const before = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' });
    expect((await linesOf(before.meeting, 'booth:fr', before.now)).change).toBe('no late change');
    const after = before.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Robert Piper' }] });
    expect((await linesOf(after.meeting, 'booth:fr', after.now)).change).toContain('Robert Piper');
  });

  it('says nobody before the first speaker', async () => {
    const { meeting } = given(smallPlan());
    expect((await linesOf(meeting, 'chair', startsAt)).now).toBe('now nobody not begun');
  });
});

describe('a name on a short line', () => {
  it('is whole when it fits', () => {
    expect(fitName('Robert Piper', 'person', 12)).toBe('Robert Piper');
  });

  it('of a person keeps the family name and makes initials of the rest, one after the other', () => {
    expect(fitName('María Fernanda Espinosa Garcés', 'person', 24)).toBe('M. F. Espinosa Garcés');
    expect(fitName('María Fernanda Espinosa Garcés', 'person', 8)).toBe('Garcés');
  });

  it('of a delegation is abbreviated from its last word', () => {
    expect(fitName('Russian Federation', 'delegation', 15)).toBe('Russian Fed.');
  });
});
