import { describe, expect, it } from 'vitest';
import type { Interpreter, Meeting } from '../../shared/domain/meeting.ts';
import { emptyBooth, usualPractice } from '../../shared/domain/meeting-from-plan.ts';
import { type CoverCell, coverFindings, coverOf, type FloorCover, retourLanguagesOf } from '../../shared/domain/rules/team-cover.ts';
import { allBooths, type BoothName, officialLanguages } from '../../shared/reference/languages.ts';

type Teams = Pick<Meeting, 'languages' | 'booths' | 'practice'>;

/** The team of the worked examples (`domain.md` 6.6). */
const example: Partial<Record<BoothName, readonly Interpreter[]>> = {
  ar: [who('A1', 'ar', 'en', 'fr'), who('A2', 'ar', 'fr', 'en'), who('A3', 'ar', 'en', '')],
  zh: [who('Z1', 'zh', 'en', ''), who('Z2', 'zh', 'en', 'fr'), who('Z3', 'zh', 'en', '')],
  en: [who('E1', 'en', '', 'fr ru'), who('E2', 'en', '', 'fr es')],
  fr: [who('F1', 'fr', '', 'en ru'), who('F2', 'fr', '', 'en es')],
  ru: [who('R1', 'ru', '', 'en fr'), who('R2', 'ru', '', 'en es')],
  es: [who('S1', 'es', '', 'en fr'), who('S2', 'es', '', 'en ru')],
};

function who(id: string, a: string, b: string, c: string): Interpreter {
  const codes = (text: string) => text.split(' ').filter((code) => code !== '');
  return { id, a: codes(a), b: codes(b), c: codes(c) };
}

function meetingWith(teams: typeof example, more: Partial<Teams> = {}): Teams {
  const booths = Object.fromEntries(allBooths.map((name) => [name, { ...emptyBooth, interpreters: teams[name] ?? [] }]));
  return { languages: officialLanguages, practice: usualPractice, booths: booths as Meeting['booths'], ...more };
}

function floorOf(meeting: Teams, floor: string): FloorCover {
  const found = coverOf(meeting)?.find((cover) => cover.floor === floor);
  if (found === undefined) throw new Error(`Expected the cover of ${floor}`);
  return found;
}

/** `direct E1`, `relay en E1!`: `!` = only one. */
function inWords(cover: FloorCover): Record<string, string> {
  const word = ({ role, via, who: people, single, consentNeeded }: CoverCell) =>
    [role, via, people.join(' '), consentNeeded ? '(consent)' : ''].filter((part) => part !== '' && part !== null).join(' ') +
    (single ? '!' : '');
  return Object.fromEntries(cover.cells.map((cell) => [cell.booth, word(cell)]));
}

describe('the cover of a team', () => {
  it('[TM1] says for each floor language who works direct, who takes relay from whom and on whom that hangs', () => {
    const russian = floorOf(meetingWith(example), 'ru');
    expect(inWords(russian)).toEqual({
      ar: 'relay en E1!',
      zh: 'relay en E1!',
      en: 'direct E1!',
      fr: 'direct F1!',
      ru: 'own',
      es: 'direct S2!',
    });
    expect(russian.firstHand.map(({ interpreter }) => interpreter)).toEqual(['E1', 'F1', 'S2']);
    expect(russian.thin).toBe(true);
    const english = floorOf(meetingWith(example), 'en');
    expect(english.cells.find(({ booth }) => booth === 'ar')?.who).toEqual(['A1', 'A2', 'A3']);
    expect(english.thin).toBe(false);
  });

  it('[TM2] shows the retour of a biactive booth, the channel it feeds and the relay taken from it', () => {
    expect(inWords(floorOf(meetingWith(example), 'zh'))).toEqual({
      ar: 'relay en Z1 Z2 Z3',
      zh: 'retour en Z1 Z2 Z3',
      en: 'fedByRetour Z1 Z2 Z3',
      fr: 'relay en Z1 Z2 Z3',
      ru: 'relay en Z1 Z2 Z3',
      es: 'relay en Z1 Z2 Z3',
    });
    const onlyOne = { ...example, zh: [who('Z1', 'zh', 'en', '')] };
    expect(floorOf(meetingWith(onlyOne), 'zh')).toMatchObject({ thin: true, firstHand: [{ booth: 'zh', interpreter: 'Z1' }] });
  });

  it('[TM1] is the same whoever is at the microphone and whatever is spoken now', () => {
    const meeting = meetingWith(example);
    const { en, es } = meeting.booths;
    const later: Teams = {
      ...meeting,
      booths: {
        ...meeting.booths,
        en: { ...en, onMic: { interpreter: 'E2', since: 0 } },
        es: { ...es, onMic: { interpreter: 'S2', since: 0 } },
      },
    };
    expect(coverOf(later)).toEqual(coverOf(meeting));
  });

  it('[TM3] is unknown while no booth has a team, and names an empty booth once another has one', () => {
    expect(coverOf(meetingWith({}))).toBeNull();
    expect(coverFindings(meetingWith({}))).toEqual([]);
    const findings = coverFindings(meetingWith({ ...example, ru: [] }));
    expect(findings).toContainEqual({ kind: 'noTeam', booth: 'ru' });
    expect(findings.filter(({ kind }) => kind === 'gap')).toEqual([]);
  });

  it('[TM3] names an interpreter who shares no language with any other booth, and the gaps that follow', () => {
    const findings = coverFindings(meetingWith({ ...example, es: [who('S9', 'es', '', 'pt')] }));
    expect(findings).toContainEqual({ kind: 'isolated', booth: 'es', who: ['S9'] });
    // One line for the booth, not one for each language.
    expect(findings).toContainEqual({ kind: 'alwaysGap', booth: 'es' });
    expect(findings.filter(({ kind }) => kind === 'gap')).toEqual([]);
    const oneWay = coverFindings(meetingWith({ ...example, es: [who('S9', 'es', '', 'pt fr')], fr: [who('F3', 'fr', '', 'en')] }));
    expect(oneWay).toContainEqual({ kind: 'gap', floor: 'ru', booths: ['es'], consent: true });
    // Without French or Russian, but with a retour: of use.
    expect(coverFindings(meetingWith({ ...example, ar: [who('A9', 'ar', 'en', '')] })).filter(({ kind }) => kind === 'isolated')).toEqual(
      [],
    );
  });

  it('[TM4] tells a gap that consent would close from one that has no way at all', () => {
    const thin = {
      ar: [who('A1', 'ar', 'en', '')],
      en: [who('E2', 'en', '', 'es')],
      es: [who('S2', 'es', '', 'en ru')],
      ru: [who('R1', 'ru', '', 'en')],
    };
    const languages = ['ar', 'en', 'es', 'ru'] as const;
    const refused = meetingWith(thin, { languages });
    expect(floorOf(refused, 'ru').cells.find(({ booth }) => booth === 'ar')).toMatchObject({ role: 'gap', consentNeeded: true });
    expect(coverFindings(refused)).toContainEqual({ kind: 'gap', floor: 'ru', booths: ['ar'], consent: true });
    const allowed = meetingWith(thin, { languages, practice: { ...usualPractice, allowDoubleRelay: true } });
    expect(inWords(floorOf(allowed, 'ru'))).toEqual({ ar: 'doubleRelay en E2!', en: 'relay es S2!', ru: 'own', es: 'direct S2!' });
  });

  it('[TM1] has rows and columns for the languages of the meeting only', () => {
    const cover = coverOf(meetingWith(example, { languages: ['en', 'fr'] }));
    expect(cover?.map(({ floor, cells }) => [floor, cells.map(({ booth }) => booth)])).toEqual([
      ['en', ['en', 'fr']],
      ['fr', ['en', 'fr']],
    ]);
    expect(coverFindings(meetingWith(example, { languages: ['en'] }))).toEqual([]);
  });

  it('[TM2] finds the retour languages of a booth in the order in which its team names them', () => {
    expect(retourLanguagesOf(example.ar ?? [], 'ar', officialLanguages)).toEqual(['en', 'fr']);
    expect(retourLanguagesOf([who('A2', 'ar', 'fr pt', ''), who('A1', 'ar', 'en', '')], 'ar', officialLanguages)).toEqual(['fr', 'en']);
    expect(retourLanguagesOf(example.en ?? [], 'en', officialLanguages)).toEqual([]);
  });
});
