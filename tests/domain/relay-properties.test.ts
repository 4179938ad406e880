import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interpreter } from '../../shared/domain/meeting.ts';
import { planRelay } from '../../shared/domain/rules/relay.ts';
import type { RelayBooth, RelayInput, RelayPlan } from '../../shared/domain/rules/relay-model.ts';
import { type Language, type LanguageCode, officialLanguages } from '../../shared/reference/languages.ts';

const runs = { numRuns: 20_000 };
/** Twenty thousand runs take some 2 s on a free machine: Vitest's 5 s would fail a busy one. */
const patience = 60_000;
const languages = fc.constantFrom(...officialLanguages);
/** Portuguese: spoken on the floor, no booth works into it. */
const spoken = fc.constantFrom<LanguageCode>(...officialLanguages, 'pt');
const optionalLanguage = fc.option(languages, { freq: 3 });

function interpreterOf(target: Language): fc.Arbitrary<Omit<Interpreter, 'id'>> {
  return fc
    .tuple(optionalLanguage, fc.uniqueArray(spoken, { maxLength: 3 }))
    .map(([b, c]) => ({ a: [target], b: b === null || b === target ? [] : [b], c: c.filter((code) => code !== target && code !== b) }));
}

function boothOf(target: Language): fc.Arbitrary<RelayBooth> {
  return fc
    .tuple(fc.array(interpreterOf(target), { maxLength: 3 }), fc.nat(3), optionalLanguage)
    .map(([people, place, announcedRetour]) => {
      const interpreters = people.map((person, index) => ({ ...person, id: `${target}${index}` }));
      return booth(target, interpreters, interpreters[place]?.id ?? null, announcedRetour);
    });
}

function booth(target: Language, interpreters: readonly Interpreter[], onMic: string | null, announcedRetour: Language | null): RelayBooth {
  const retourInto = officialLanguages.filter((language) => interpreters.some(({ b }) => b.includes(language)));
  return { target, interpreters, onMic, retourInto, announcedRetour };
}

const meetings: fc.Arbitrary<RelayInput> = fc.record({
  floor: spoken,
  booths: fc.tuple(...officialLanguages.map(boothOf)),
  swap: fc.constantFrom<RelayInput['swap']>('never', 'suggest', 'prefer'),
  allowDouble: fc.boolean(),
  midStatement: fc.boolean(),
  inUse: fc.record({ ar: languages, es: languages }, { requiredKeys: [] }),
});

/** Written again, from the definition, so that a fault in the planner's own test of a pair shows. */
function mayWork(interpreter: Interpreter | undefined, source: LanguageCode, target: LanguageCode): boolean {
  if (interpreter === undefined || source === target) return false;
  const { a, b, c } = interpreter;
  return a.includes(target) ? [...a, ...b, ...c].includes(source) : b.includes(target) && a.includes(source);
}

function boothNamed(input: RelayInput, target: Language): RelayBooth {
  const found = input.booths.find((candidate) => candidate.target === target);
  if (found === undefined) throw new Error(`Expected a booth ${target}`);
  return found;
}

/** Depth of what goes out on a channel, read from the rows alone. */
function depthOfChannel(plan: RelayPlan, language: Language): number | null {
  if (plan.retour?.into === language) return 1;
  return plan.rows.find((row) => row.booth === language)?.depth ?? null;
}

describe('every relay plan', { timeout: patience }, () => {
  it('takes relay only from a first-hand channel other than the floor, and from a relay only with consent', () => {
    const seen = { relay: 0, doubleRelay: 0, retour: 0, gap: 0 };
    fc.assert(
      fc.property(meetings, (input) => {
        const plan = planRelay(input);
        for (const { role, from, booth: taker } of plan.rows) {
          if (role === 'relay' || role === 'doubleRelay' || role === 'retour' || role === 'gap') seen[role] += 1;
          if (role !== 'relay' && role !== 'doubleRelay') continue;
          if (from === null || from === 'floor') throw new Error('Expected relay from a language');
          const depth = from === input.floor || from === taker ? 'none' : depthOfChannel(plan, from);
          expect(depth).toBe(role === 'relay' ? 1 : 2);
        }
        if (!input.allowDouble) expect(plan.cost.doubles).toBe(0);
      }),
      runs,
    );
    // The random teams are worth the name: each situation came up often.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
  });

  it('gives nobody a pair of languages that they cannot work, nor work outside their booth', () => {
    fc.assert(
      fc.property(meetings, (input) => {
        const plan = planRelay(input);
        for (const row of plan.rows) {
          const { interpreters, onMic } = boothNamed(input, row.booth);
          const into = row.role === 'retour' ? plan.retour?.into : row.booth;
          for (const work of [row, row.alternative]) {
            if (work === null || work.from === null) continue;
            const worker = interpreters.find(({ id }) => id === work.interpreter);
            const able = mayWork(worker, work.from === 'floor' ? input.floor : work.from, into ?? row.booth);
            const handover = work.interpreter !== (onMic ?? interpreters[0]?.id);
            if (!able || work.handover !== handover) expect({ able, ...work }).toEqual({ able: true, ...work, handover });
          }
        }
      }),
      runs,
    );
  });

  it('proposes no handover under `never` except to the one who gives the retour', () => {
    fc.assert(
      fc.property(meetings, (input) => {
        const plan = planRelay({ ...input, swap: 'never' });
        const others = plan.rows.filter(({ role }) => role !== 'retour');
        expect(others.filter(({ handover, alternative }) => handover || alternative?.handover)).toEqual([]);
      }),
      runs,
    );
  });

  it('feeds each channel once: the floor or the retour, and then its booth stands by', () => {
    fc.assert(
      fc.property(meetings, (input) => {
        const plan = planRelay(input);
        expect(plan.rows.map((row) => row.booth)).toEqual(officialLanguages);
        for (const row of plan.rows) {
          const fed = row.booth === plan.retour?.into || (row.booth === input.floor && plan.retour === null);
          const gives = row.booth === input.floor && plan.retour !== null;
          if ((row.role === 'standby') !== fed || (row.role === 'retour') !== gives) expect(row).toBe('on stand-by or giving a retour');
        }
      }),
      runs,
    );
  });

  it('is the same for the same input, in whatever order the booths come', () => {
    fc.assert(
      fc.property(meetings, (input) => {
        const before = structuredClone(input);
        const plan = planRelay(input);
        expect(planRelay(structuredClone(input))).toEqual(plan);
        expect(planRelay({ ...input, booths: [...input.booths].reverse() })).toEqual(plan);
        expect(input).toEqual(before);
      }),
      { numRuns: 5_000 },
    );
  });

  it('has no more gaps after an interpreter has joined a booth', () => {
    const joiners = languages.chain((target) => fc.tuple(fc.constant(target), interpreterOf(target)));
    let closed = 0;
    fc.assert(
      fc.property(meetings, joiners, (input, [target, person]) => {
        const before = planRelay(input);
        const joined = booths(input, target, (old) =>
          booth(target, [...old.interpreters, { ...person, id: 'new' }], old.onMic, old.announcedRetour),
        );
        const after = planRelay(joined);
        // An announcement that nobody could carry out before is an order now, and orders may cost gaps.
        const ordered = input.booths.find((candidate) => candidate.target === input.floor)?.announcedRetour ?? null;
        fc.pre(ordered === null || before.retour?.into === ordered || after.retour?.into !== ordered);
        expect(after.cost.gaps).toBeLessThanOrEqual(before.cost.gaps);
        if (after.cost.gaps < before.cost.gaps) closed += 1;
      }),
      runs,
    );
    expect(closed).toBeGreaterThan(500);
  });

  it('leaves a gap only where nobody in the booth can work from anything first-hand', () => {
    fc.assert(
      fc.property(meetings, (input) => {
        const plan = planRelay({ ...input, swap: 'suggest', allowDouble: false });
        for (const row of plan.rows.filter(({ role }) => role === 'gap')) {
          const sources = [
            input.floor,
            ...officialLanguages.filter((language) => language !== row.booth && reachable(input, plan, language)),
          ];
          for (const interpreter of boothNamed(input, row.booth).interpreters) {
            expect(sources.filter((source) => mayWork(interpreter, source, row.booth))).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  it('takes less than a millisecond for six booths', () => {
    const inputs = fc.sample(meetings, { numRuns: 500, seed: 6 });
    inputs.forEach(planRelay);
    const start = performance.now();
    inputs.forEach(planRelay);
    expect((performance.now() - start) / inputs.length).toBeLessThan(1);
  });
});

function booths(input: RelayInput, target: Language, change: (old: RelayBooth) => RelayBooth): RelayInput {
  return { ...input, booths: input.booths.map((old) => (old.target === target ? change(old) : old)) };
}

/** Somebody of the booth could feed the channel from the floor, given who gives the retour in this plan. */
function reachable(input: RelayInput, plan: RelayPlan, language: Language): boolean {
  if (language === plan.retour?.into) return true;
  if (language === input.floor) return false;
  return boothNamed(input, language).interpreters.some((interpreter) => mayWork(interpreter, input.floor, language));
}
