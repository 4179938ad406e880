import { describe, expect, it } from 'vitest';
import type { Interpreter } from '../../shared/domain/meeting.ts';
import { planRelay } from '../../shared/domain/rules/relay.ts';
import { relayDifference, type RelayStep } from '../../shared/domain/rules/relay-difference.ts';
import { type RelayInput, type RelayPlan, type RelayRow, shownDepth } from '../../shared/domain/rules/relay-model.ts';
import { type Language, type LanguageCode, officialLanguages } from '../../shared/reference/languages.ts';

/** The team of the worked examples: E1 and E2 are modelled on a real Geneva booth. */
const team = {
  ar: [who('A1', 'ar', 'en', 'fr'), who('A2', 'ar', 'fr', 'en'), who('A3', 'ar', 'en', '')],
  zh: [who('Z1', 'zh', 'en', ''), who('Z2', 'zh', 'en', 'fr'), who('Z3', 'zh', 'en', '')],
  en: [who('E1', 'en', '', 'fr ru'), who('E2', 'en', '', 'fr es')],
  fr: [who('F1', 'fr', '', 'en ru'), who('F2', 'fr', '', 'en es')],
  ru: [who('R1', 'ru', '', 'en fr'), who('R2', 'ru', '', 'en es')],
  es: [who('S1', 'es', '', 'en fr'), who('S2', 'es', '', 'en ru')],
} satisfies Record<Language, readonly Interpreter[]>;

function who(id: string, a: string, b: string, c: string): Interpreter {
  const codes = (text: string) => text.split(' ').filter((code) => code !== '');
  return { id, a: codes(a), b: codes(b), c: codes(c) };
}

interface Situation extends Partial<Omit<RelayInput, 'booths' | 'floor'>> {
  readonly onMic?: string;
  readonly announced?: Partial<Record<Language, Language>>;
  /** Only these interpreters are there. */
  readonly only?: string;
}

/** The first of each booth is on the microphone unless said. */
function situation(floor: LanguageCode, { onMic = '', announced = {}, only, ...options }: Situation = {}): RelayInput {
  return {
    floor,
    swap: 'suggest',
    allowDouble: false,
    midStatement: false,
    ...options,
    booths: officialLanguages.map((target) => {
      const interpreters = team[target].filter(({ id }) => only === undefined || only.split(' ').includes(id));
      return {
        target,
        interpreters,
        onMic: (interpreters.find(({ id }) => onMic.split(' ').includes(id)) ?? interpreters[0])?.id ?? null,
        retourInto: [...new Set(interpreters.flatMap(({ b }) => officialLanguages.filter((language) => b.includes(language))))],
        announcedRetour: announced[target] ?? null,
      };
    }),
  };
}

/** Rows as short words: `E1 direct`, `R2 relay en | R1 direct!`; `!` = must take the microphone first. */
function inWords(plan: RelayPlan): Record<string, string> {
  return Object.fromEntries(plan.rows.map((row) => [row.booth, rowInWords(row)]));
}

function rowInWords(row: RelayRow): string {
  const from = row.from === null || row.from === 'floor' ? '' : ` ${row.from}`;
  const work = `${row.interpreter ?? ''} ${row.role}${from}${row.handover ? '!' : ''}`.trim();
  const other = row.alternative;
  if (other === null) return work;
  return `${work} | ${other.interpreter} ${other.role}${other.from === 'floor' ? '' : ` ${other.from}`}${other.handover ? '!' : ''}`;
}

function cost(plan: RelayPlan): readonly number[] {
  return [plan.cost.gaps, plan.cost.doubles, plan.cost.handovers, plan.cost.relays];
}

function pivots(plan: RelayPlan): Record<string, readonly string[]> {
  return Object.fromEntries(plan.pivots.map(({ language, takers }) => [language, takers]));
}

function stepInWords(step: RelayStep): string {
  if (step.stage === 'clear') return `clear: ${step.booth} leaves ${step.channel}`;
  const before = step.before === null ? 'nothing' : (step.before.note ?? step.before.role);
  return `${step.stage}: ${step.booth} ${before} > ${step.after.role === 'standby' ? step.after.note : step.after.role}`;
}

describe('the relay plan of the worked examples', () => {
  it('[RL1] lets every booth but the English work direct when English is spoken', () => {
    const plan = planRelay(situation('en'));
    expect(inWords(plan)).toEqual({
      ar: 'A1 direct',
      zh: 'Z1 direct',
      en: 'standby',
      fr: 'F1 direct',
      ru: 'R1 direct',
      es: 'S1 direct',
    });
    expect(plan.rows.find(({ booth }) => booth === 'en')).toMatchObject({ note: 'floorIsOwn', depth: 0, from: null });
    expect(cost(plan)).toEqual([0, 0, 0, 0]);
    expect(plan.pivots).toEqual([]);
    expect(plan.retour).toBeNull();
  });

  it('[RL2] puts those without French on relay from English and names the colleague who has it', () => {
    const plan = planRelay(situation('fr', { onMic: 'R2 Z1' }));
    expect(inWords(plan)).toEqual({
      ar: 'A1 direct',
      zh: 'Z1 relay en | Z2 direct!',
      en: 'E1 direct',
      fr: 'standby',
      ru: 'R2 relay en | R1 direct!',
      es: 'S1 direct',
    });
    expect(cost(plan)).toEqual([0, 0, 0, 2]);
    expect(pivots(plan)).toEqual({ en: ['zh', 'ru'] });
  });

  it('[RL2] asks those colleagues to take the microphone when handovers are preferred', () => {
    const plan = planRelay(situation('fr', { onMic: 'R2 Z1', swap: 'prefer' }));
    expect(inWords(plan)).toMatchObject({ zh: 'Z2 direct!', ru: 'R1 direct!' });
    expect(cost(plan)).toEqual([0, 0, 2, 0]);
  });

  it('[RL3] gives Spanish the French pivot, of the same family, when Russian is spoken', () => {
    const plan = planRelay(situation('ru'));
    expect(inWords(plan)).toEqual({
      ar: 'A1 relay en',
      zh: 'Z1 relay en',
      en: 'E1 direct',
      fr: 'F1 direct',
      ru: 'standby',
      es: 'S1 relay fr | S2 direct!',
    });
    expect(pivots(plan)).toEqual({ en: ['ar', 'zh'], fr: ['es'] });
    // "Pivot en has one Russianist (E1)."
    expect(plan.pivots.map(({ single }) => single)).toEqual([true, true]);
  });

  it('[RL4] sends a Chinese speaker out as a retour on the English channel while the English booth stands by', () => {
    const plan = planRelay(situation('zh'));
    expect(inWords(plan)).toEqual({
      ar: 'A1 relay en',
      zh: 'Z1 retour',
      en: 'standby',
      fr: 'F1 relay en',
      ru: 'R1 relay en',
      es: 'S1 relay en',
    });
    expect(plan.retour).toEqual({ booth: 'zh', into: 'en', interpreter: 'Z1' });
    expect(plan.rows.find(({ booth }) => booth === 'en')).toMatchObject({ note: 'fedByRetour', depth: 1 });
    expect(plan.rows.filter(({ role }) => role === 'relay').map(({ depth, note }) => [depth, note])).toEqual(
      Array.from({ length: 4 }, () => [2, 'fromRetour']),
    );
    expect(plan.pivots).toEqual([{ language: 'en', booth: 'zh', takers: ['ar', 'fr', 'ru', 'es'], single: false, retour: true }]);
  });

  const arabic = { onMic: 'A2 S2 R2 Z1' };

  it('[RL5] chooses the retour that costs one handover before the one that costs three', () => {
    const plan = planRelay(situation('ar', arabic));
    expect(plan.retour).toEqual({ booth: 'ar', into: 'en', interpreter: 'A1' });
    expect(inWords(plan)).toEqual({
      ar: 'A1 retour!',
      zh: 'Z1 relay en',
      en: 'standby',
      fr: 'F1 relay en',
      ru: 'R2 relay en',
      es: 'S2 relay en',
    });
    expect(cost(plan)).toEqual([0, 0, 1, 4]);
  });

  it('[RL5] keeps an announced retour into French and asks three booths to change over', () => {
    const plan = planRelay(situation('ar', { ...arabic, announced: { ar: 'fr' } }));
    expect(inWords(plan)).toEqual({
      ar: 'A2 retour',
      zh: 'Z2 relay fr!',
      en: 'E1 relay fr',
      fr: 'standby',
      ru: 'R1 relay fr!',
      es: 'S1 relay fr!',
    });
    expect(cost(plan)).toEqual([0, 0, 3, 4]);
  });

  it('[RL5] reports gaps, with a double relay as the only way, when nobody may change over', () => {
    const plan = planRelay(situation('ar', { ...arabic, announced: { ar: 'fr' }, swap: 'never' }));
    expect(inWords(plan)).toEqual({
      ar: 'A2 retour',
      zh: 'gap | Z1 doubleRelay en',
      en: 'E1 relay fr',
      fr: 'standby',
      ru: 'gap | R2 doubleRelay en',
      es: 'gap | S2 doubleRelay en',
    });
    expect(plan.rows.filter(({ role }) => role === 'gap').map(({ note }) => note)).toEqual(
      Array.from({ length: 3 }, () => 'consentNeeded'),
    );
  });

  it('[RL6] clears the English channel first when the Arabic speaker goes on in English', () => {
    const onMic = 'A1 S2 R2 Z1';
    const before = planRelay(situation('ar', { onMic }));
    const after = planRelay(situation('en', { onMic, midStatement: true }));
    expect(before.retour).toEqual({ booth: 'ar', into: 'en', interpreter: 'A1' });
    expect(relayDifference(before, after).map(stepInWords)).toEqual([
      'clear: ar leaves en',
      'takers: ar retour > direct',
      'takers: zh fromRetour > direct',
      'takers: fr fromRetour > direct',
      'takers: ru fromRetour > direct',
      'takers: es fromRetour > direct',
      'standbys: en fedByRetour > floorIsOwn',
    ]);
    expect(after.pivots).toEqual([]);
  });

  const thin = { only: 'A1 Z1 E2 F2 S2 R1' };

  it('[RL7] finds the single pivot of a thin team and the gaps behind it', () => {
    const plan = planRelay(situation('ru', thin));
    expect(inWords(plan)).toEqual({
      ar: 'gap | A1 doubleRelay en',
      zh: 'gap | Z1 doubleRelay en',
      en: 'E2 relay es',
      fr: 'F2 relay es',
      ru: 'standby',
      es: 'S2 direct',
    });
    expect(plan.pivots).toEqual([{ language: 'es', booth: 'es', takers: ['en', 'fr'], single: true, retour: false }]);
    expect(cost(plan)).toEqual([2, 0, 0, 2]);
  });

  it('[RL7] uses a double relay at depth 3 once the chief interpreter consents', () => {
    const plan = planRelay(situation('ru', { ...thin, allowDouble: true }));
    expect(inWords(plan)).toMatchObject({ ar: 'A1 doubleRelay en', zh: 'Z1 doubleRelay en' });
    expect(plan.rows.filter(({ role }) => role === 'doubleRelay').map(({ depth }) => depth)).toEqual([3, 3]);
    expect(cost(plan)).toEqual([0, 2, 0, 2]);
  });

  it('[RL8] plans from the language of a delegation interpreter and shows one step more', () => {
    const plan = planRelay(situation('es', { onMic: 'E2', spoken: 'pt' }));
    expect(inWords(plan)).toEqual({
      ar: 'A1 relay en',
      zh: 'Z1 relay en',
      en: 'E2 direct',
      fr: 'F1 relay en | F2 direct!',
      ru: 'R1 relay en | R2 direct!',
      es: 'standby',
    });
    expect(plan.via).toBe('pt');
    expect(plan.rows.map((row) => shownDepth(plan, row))).toEqual([3, 3, 2, 3, 3, 1]);
  });

  it('[RL9] makes the Russianists take over when none of them is on the microphone', () => {
    const plan = planRelay(situation('ru', { onMic: 'E2 F2 S1' }));
    expect(inWords(plan)).toEqual({
      ar: 'A1 relay en',
      zh: 'Z1 relay en',
      en: 'E1 direct!',
      fr: 'F1 direct!',
      ru: 'standby',
      es: 'S2 direct!',
    });
    expect(cost(plan)).toEqual([0, 0, 3, 2]);
  });
});

describe('the relay plan beyond the examples', () => {
  it('keeps the pivot in use during a statement, and only then', () => {
    const inUse = { ar: 'fr' } as const;
    expect(inWords(planRelay(situation('ru', { midStatement: true, inUse }))).ar).toBe('A1 relay fr');
    expect(inWords(planRelay(situation('ru', { midStatement: false, inUse }))).ar).toBe('A1 relay en');
  });

  it('demands the handover of a booth on relay when another booth can hear nobody else', () => {
    // French is spoken. Only S1 of the Spanish booth has it besides E1, and the Russian booth knows Spanish alone.
    const base = situation('fr', { onMic: 'E1 S2', only: 'E1 S1 S2 F1' });
    const plan = planRelay({
      ...base,
      booths: base.booths.map((booth) => (booth.target === 'ru' ? { ...booth, interpreters: [who('R9', 'ru', '', 'es')] } : booth)),
    });
    expect(inWords(plan)).toMatchObject({ en: 'E1 direct', es: 'S1 direct!', ru: 'R9 relay es' });
    expect(plan.rows.find(({ booth }) => booth === 'es')?.note).toBe('neededAsPivot');
  });

  it('asks nobody for a retour whom the others can do without', () => {
    const base = situation('en');
    const plan = planRelay({
      ...base,
      booths: base.booths.map((booth) =>
        booth.target === 'en' ? { ...booth, interpreters: [who('E9', 'en', 'fr', '')], onMic: 'E9', retourInto: ['fr'] } : booth,
      ),
    });
    expect(plan.retour).toBeNull();
    expect(inWords(plan).fr).toBe('F1 direct');
  });

  it('ignores an announced retour that nobody of the booth can give', () => {
    expect(planRelay(situation('zh', { announced: { zh: 'es' } })).retour).toMatchObject({ into: 'en' });
  });

  it('leaves a gap without a way for a language that nobody knows and a booth without a team', () => {
    const plan = planRelay(situation('pt', { only: 'E1' }));
    expect(plan.rows.map(({ role, note }) => [role, note])).toEqual([
      ['gap', 'noTeam'],
      ['gap', 'noTeam'],
      ['gap', 'noPath'],
      ['gap', 'noTeam'],
      ['gap', 'noTeam'],
      ['gap', 'noTeam'],
    ]);
  });

  it('takes the first of a team to be on the microphone when nobody has said who is', () => {
    const base = situation('ru');
    const silent = { ...base, booths: base.booths.map((booth) => ({ ...booth, onMic: null })) };
    expect(planRelay(silent)).toEqual(planRelay(base));
  });
});

describe('the difference between two relay plans', () => {
  it('is empty between equal plans', () => {
    expect(relayDifference(planRelay(situation('ru')), planRelay(situation('ru')))).toEqual([]);
  });

  it('clears the channel of the new floor language before any other, then starts the pivots', () => {
    const before = planRelay(situation('en'));
    const after = planRelay(situation('ru'));
    expect(relayDifference(before, after).map(stepInWords)).toEqual([
      'clear: ru leaves ru',
      'pivots: en floorIsOwn > direct',
      'takers: ar direct > relay',
      'takers: zh direct > relay',
      'takers: es direct > relay',
      'standbys: ru direct > floorIsOwn',
    ]);
  });

  it('tells the booth whose channel a retour takes to leave it', () => {
    const steps = relayDifference(planRelay(situation('ru')), planRelay(situation('zh'))).map(stepInWords);
    expect(steps.slice(0, 3)).toEqual(['clear: zh leaves zh', 'clear: en leaves en', 'pivots: zh relay > retour']);
  });

  it('clears the old channel when a booth turns its retour to another language', () => {
    const both = situation('zh');
    const withFrench = both.booths.map((booth) =>
      booth.target === 'zh'
        ? { ...booth, interpreters: [{ id: 'Z9', a: ['zh'], b: ['en', 'fr'], c: [] }], onMic: 'Z9', retourInto: ['en', 'fr'] as const }
        : booth,
    );
    const announce = (into: Language) =>
      planRelay({ ...both, booths: withFrench.map((booth) => (booth.target === 'zh' ? { ...booth, announcedRetour: into } : booth)) });
    const steps = relayDifference(announce('en'), announce('fr')).map(stepInWords);
    expect(steps.slice(0, 2)).toEqual(['clear: zh leaves en', 'clear: fr leaves fr']);
    expect(steps).toContain('pivots: zh retour > retour');
  });
});
