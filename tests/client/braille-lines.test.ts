import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brailleLines, type BrailleLine, type LineContext, type LineName } from '../../client/views/line/braille-lines.ts';
import { fitName } from '../../client/views/line/fit-name.ts';
import { cells } from '../../client/views/line/in-cells.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { allStations, type Station } from '../../shared/domain/stations.ts';
import type { Catalogue, MessageKey } from '../../shared/i18n/catalogue.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { lengthOf } from '../../shared/lib/text.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';
import { histories, lively, play } from '../domain/histories.ts';
import { given, startsAt } from '../kit/given.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

const catalogues = new Map<Language, Catalogue>(
  await Promise.all(officialLanguages.map(async (language): Promise<[Language, Catalogue]> => [language, await loadCatalogue(language)])),
);

function draw(meeting: Meeting, station: Station, now: number, language: Language): readonly BrailleLine[] {
  const catalogue = catalogues.get(language);
  if (catalogue === undefined) throw new Error(`Expected a catalogue for ${language}`);
  const word: LineContext['word'] = (key, params) => {
    const path: MessageKey = `line.${key}`;
    return translate(catalogue, language, path, params).replace(/[\u2068\u2069]/g, '');
  };
  return brailleLines({ meeting, station, language, now, word });
}

/** Of the small meeting every line that is asked for is there. */
function linesOf(meeting: Meeting, station: Station, now: number, language: Language = 'en'): Readonly<Record<LineName, string>> {
  const none: Record<LineName, string> = {
    now: '',
    next: '',
    task: '',
    change: '',
    switch: '',
    alarm: '',
    ahead: '',
    sign: '',
    signal: '',
  };
  const shown = draw(meeting, station, now, language).map(({ name, text }) => [name, text]);
  return { ...none, ...Object.fromEntries(shown) };
}

/** English and Spanish are spoken; only F2 understands Spanish, only E1 Russian; captions and signs are made. */
const staffed = smallPlan({
  booths: {
    en: [
      { id: 'E1', a: ['en'], b: [], c: ['fr', 'es', 'ru'] },
      { id: 'E2', a: ['en'], b: [], c: ['fr', 'es'] },
    ],
    fr: [
      { id: 'F1', a: ['fr'], b: [], c: ['en'] },
      { id: 'F2', a: ['fr'], b: [], c: ['en', 'es'] },
    ],
    es: [{ id: 'S1', a: ['es'], b: [], c: ['en', 'fr'] }],
    ru: [{ id: 'R1', a: ['ru'], b: [], c: ['en'] }],
    captions: [{ id: 'C1', a: ['en'], b: [], c: [] }],
    sign: [{ id: 'I1', a: ['ils'], b: [], c: ['fr', 'en'] }],
  },
});

describe('the one-line view', () => {
  it('says who speaks in which language with how much time, and who is next', () => {
    const { meeting, now } = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' });
    const lines = linesOf(meeting, 'booth:fr', now);
    expect(lines.now).toMatch(/^now Chair \[en\] en \d+:\d\d$/);
    expect(lines.next).toMatch(/^next Steiner \[en\] en no text \d+:\d\d video$/);
  });

  it('holds still: the time left moves by half minutes, and by ten seconds in the last one', () => {
    const { meeting, now } = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e5' });
    const at = (seconds: number): string =>
      linesOf(meeting, 'viewer', now + seconds * 1_000)
        .now.split(' ')
        .at(-1) ?? '';
    expect([0, 1, 29, 31, 61, 75, 119, 121, 135].map(at)).toEqual([
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

  it('never exceeds forty cells, in any language, for any station', () => {
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
      for (const station of allStations) {
        for (const { text } of draw(meeting, station, now, language)) {
          expect(lengthOf(text), text).toBeLessThanOrEqual(cells);
          seen += 1;
        }
      }
    }
    // Six booths with eight lines, two without a channel with seven, chair and chief with eight, the desk with five, four others.
    expect(seen).toBe(6 * (6 * 8 + 2 * 7 + 2 * 8 + 5 + 4 * 4));
  });

  it('[BL10] At every moment of any meeting, in six languages and at every station, no line is longer than 40 cells or empty.', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(histories(lively, 40), fc.constantFrom(...officialLanguages), fc.nat(600_000), (steps, language, laterMs) => {
        const last = play(staffed, steps).at(-1);
        if (last === undefined) return;
        for (const station of allStations) {
          for (const { name, text } of draw(last.after, station, last.now + laterMs, language)) {
            if (text === '' || lengthOf(text) > cells || /[\n\u2066-\u2069]/.test(text)) throw new Error(`${station} ${name}: "${text}"`);
            met.add(`${language} ${name}`);
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(met.size).toBe(officialLanguages.length * 9);
  }, 30_000);

  it('[BL11] A station has the same lines in the same order whatever happens, so that each is found blind.', () => {
    const first = given(staffed);
    const moments = [
      first,
      first.when({ type: 'giveFloor', entryId: 'e3' }),
      first.when({ type: 'giveFloor', entryId: 'e3' }).when({ type: 'setFloorLanguage', language: 'en' }),
      first.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Robert Piper' }] }),
    ];
    const places = (station: Station): readonly string[] => [
      ...new Set(
        moments.map(({ meeting, now }) =>
          draw(meeting, station, now, 'en')
            .map(({ name }) => name)
            .join(' '),
        ),
      ),
    ];
    expect(places('booth:fr')).toEqual(['now next task change switch alarm ahead sign']);
    expect(places('booth:captions')).toEqual(['now next task change switch ahead sign']);
    expect(places('chief')).toEqual(['now next task change switch alarm ahead signal']);
    expect(places('viewer')).toEqual(['now next task change']);
  });

  it('[BL12] A booth reads its steps of a change of language in order until it has confirmed; the chief how far all are.', () => {
    const { meeting, now } = given(staffed).when({ type: 'giveFloor', entryId: 'e3' });
    expect(linesOf(meeting, 'booth:en', now).switch).toBe('no switch');
    const changed = given(staffed).when({ type: 'giveFloor', entryId: 'e3' }).when({ type: 'setFloorLanguage', language: 'en' });
    const at = (station: Station, moment: typeof changed = changed): string => linesOf(moment.meeting, station, moment.now).switch;
    expect(at('booth:en')).toBe('clear en, then stand by es>en');
    expect(at('booth:es')).toBe('direct + es>en');
    expect(at('booth:captions')).toBe('direct + es>en');
    expect(at('booth:zh')).toBe('as before es>en');
    const total = changed.meeting.languageSwitch?.booths.length ?? 0;
    expect(at('chief')).toBe(`switched 0 of ${total} not ${changed.meeting.languageSwitch?.booths.join(' ')} es>en`.slice(0, cells));
    const confirmed = changed.when({ type: 'confirmTask', booth: 'es' }, { by: 'booth:es' });
    expect(at('booth:es', confirmed)).toBe('done es>en');
    expect(at('booth:en', confirmed)).toBe('clear en, then stand by es>en');
    expect(at('chief', confirmed)).toContain(`switched 1 of ${total}`);
  });

  it('[BL13] A booth reads what is wrong with its own console, the chief with whose.', () => {
    const wrong = given(staffed)
      .when({ type: 'giveFloor', entryId: 'e1' })
      .when({ type: 'declareBooth', booth: 'en', feeds: 'en', listensTo: 'floor' }, { by: 'booth:en' });
    const at = (station: Station): string => linesOf(wrong.meeting, station, wrong.now).alarm;
    expect(at('booth:en')).toBe('over floor en');
    expect(at('booth:fr')).toBe('no alarm');
    expect(at('chief')).toBe('en over floor en');
  });

  it('[BL14] A booth reads the sign of a boothmate; who answers signals reads the first that waits.', () => {
    const ready = given(staffed)
      .when({ type: 'takeMicrophone', booth: 'en', interpreter: 'E1' }, { by: 'booth:en' })
      .when({ type: 'signHandover', booth: 'en', kind: 'ready', interpreter: 'E2' }, { by: 'booth:en' });
    expect(linesOf(ready.meeting, 'booth:en', ready.now).sign).toBe('E2 ready');
    expect(linesOf(ready.meeting, 'booth:fr', ready.now).sign).toBe('no sign');
    const asks = ready.when({ type: 'signHandover', booth: 'en', kind: 'request', interpreter: 'E1' }, { by: 'booth:en' });
    expect(linesOf(asks.meeting, 'booth:en', asks.now).sign).toBe('E1 asks relief');
    const unwell = asks.when({ type: 'raiseSignal', kind: 'needRelief' }, { by: 'booth:sign' });
    expect(linesOf(unwell.meeting, 'chief', unwell.now).signal).toBe('sign unwell/relief sent');
    expect(linesOf(unwell.meeting, 'webcast', unwell.now + 60_000).signal).toBe('sign unwell/relief UNANSWERED');
  });

  it('[BL15] A booth reads what it has to prepare first, and one without a channel what it listens to.', () => {
    const speaking = given(staffed)
      .when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F1' }, { by: 'booth:fr' })
      .when({ type: 'giveFloor', entryId: 'e1' });
    const at = (station: Station): Readonly<Record<LineName, string>> => linesOf(speaking.meeting, station, speaking.now);
    expect(at('booth:sign').task).toBe('direct +');
    expect(at('booth:captions').task).toBe('direct +');
    expect(at('booth:captions').ahead).toMatch(/^film, no text in 3 min Steiner/);
    expect(at('booth:zh').ahead).toMatch(/^no way, ask in \d+ min /);
    expect(at('chief').ahead).toMatch(/^[a-z]{2} .+ in \d+ min/);
    const spanish = speaking.when({ type: 'giveFloor', entryId: 'e3' });
    expect(linesOf(spanish.meeting, 'booth:captions', spanish.now).task).toBe('relay en -, next direct +');
  });

  it('names a late change that the station owes, and says so when there is none', () => {
    const before = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' });
    expect(linesOf(before.meeting, 'booth:fr', before.now).change).toBe('no late change');
    const after = before.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Robert Piper' }] });
    expect(linesOf(after.meeting, 'booth:fr', after.now).change).toContain('Robert Piper');
  });

  it('says nobody before the first speaker', () => {
    const { meeting } = given(smallPlan());
    expect(linesOf(meeting, 'chair', startsAt).now).toBe('now nobody not begun');
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
