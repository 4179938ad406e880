import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Booth, Declared, Interpreter, Meeting } from '../../shared/domain/meeting.ts';
import { emptyBooth } from '../../shared/domain/meeting-from-plan.ts';
import { stateInPlan } from '../../shared/domain/rules/booth-states.ts';
import { isCritical, liveAlarms } from '../../shared/domain/rules/live-alarms.ts';
import { planRelayFor } from '../../shared/domain/rules/relay-from-meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { type Language, type LanguageCode, officialLanguages } from '../../shared/reference/languages.ts';
import { given } from '../kit/given.ts';

/** Three thousand runs take some 2 s on a free machine: Vitest's 5 s would fail a busy one. */
const patience = 60_000;

type Source = Declared['listensTo'];
/** Channel fed, then what is heard. */
type States = Partial<Record<Language, readonly [Language | null, Source]>>;

const minister = given(samplePlan).when({ type: 'giveFloor', entryId: 'e8' }).meeting;

function speaking(language: LanguageCode, states: States, more: Partial<Meeting> = {}): Meeting {
  const meeting = { ...minister, floor: { ...must(minister.floor, 'a floor'), language }, ...more };
  const booths = Object.fromEntries(
    Object.entries(meeting.booths).map(([name, booth]): [string, Booth] => {
      const said = Object.entries(states).find(([language]) => language === name)?.[1];
      return [name, said === undefined ? booth : { ...booth, declared: { feeds: said[0], listensTo: said[1], at: 0 } }];
    }),
  );
  return { ...meeting, booths: { ...meeting.booths, ...booths } };
}

/** `fr staleRelay en`, then the others. */
function words(meeting: Meeting): readonly string[] {
  return liveAlarms(meeting).map(({ kind, booth, channel, others }) => [booth, kind, channel, ...others].join(' '));
}

/** Everybody does what the sample's teams do while Russian is spoken: en and fr direct, ar, zh and es on relay from en. */
const russian: States = {
  ar: ['ar', 'en'],
  zh: ['zh', 'en'],
  en: ['en', 'floor'],
  fr: ['fr', 'floor'],
  ru: [null, null],
  es: ['es', 'en'],
};

describe('live alarms, from what the booths declare', () => {
  it('[SW7] A booth that has declared nothing raises none, nor does anybody while nobody has the floor.', () => {
    expect(words(speaking('ru', {}))).toEqual([]);
    expect(words(speaking('ru', { en: ['ru', 'fr'] }, { floor: null }))).toEqual([]);
    // en has not said: it may well feed the channel that zh hears.
    expect(words(speaking('ru', { zh: ['zh', 'en'] }))).toEqual([]);
  });

  it('[SW8] Feeding the channel of the floor language is over-floor, and critical.', () => {
    const meeting = speaking('ru', { ...russian, ru: ['ru', 'floor'] });
    expect(words(meeting)).toEqual(['ru overFloor ru']);
    expect(liveAlarms(meeting).map(isCritical)).toEqual([true]);
  });

  it('[SW9] Two booths on one channel are a conflict, told to both, and critical.', () => {
    const meeting = speaking('ru', { ...russian, zh: ['en', 'floor'] });
    expect(words(meeting)).toEqual(['zh channelConflict en en', 'en channelConflict en zh', 'zh wrongChannel en', 'zh silentChannel zh']);
    expect(liveAlarms(meeting).map(isCritical)).toEqual([true, true, false, false]);
  });

  it('[SW10] Relay from the channel of the language now on the floor is stale.', () => {
    expect(words(speaking('ru', { ...russian, es: ['es', 'ru'] }))).toEqual(['es staleRelay ru']);
  });

  it('[SW11] Relay from a channel that nobody feeds is dead, and the channel silent.', () => {
    expect(words(speaking('ru', { ...russian, fr: [null, 'floor'], es: ['es', 'fr'] }))).toEqual([
      'fr silentChannel fr',
      'es deadRelay fr',
    ]);
  });

  it('[SW12] A booth that hears its own words through others is in a loop, of any length.', () => {
    expect(
      words(
        speaking('ru', { ...russian, en: ['en', 'fr'], fr: ['fr', 'en'], ar: ['ar', 'floor'], zh: ['zh', 'floor'], es: ['es', 'floor'] }),
      ),
    ).toEqual(['en relayLoop fr fr', 'fr relayLoop en en']);
    expect(words(speaking('ru', { ...russian, en: ['en', 'fr'], fr: ['fr', 'es'] })).filter((line) => line.includes('Loop'))).toEqual([
      'en relayLoop fr fr es',
      'fr relayLoop es es en',
      'es relayLoop en en fr',
    ]);
    expect(words(speaking('ru', { zh: ['en', 'en'] })).filter((line) => line.includes('Loop'))).toEqual(['zh relayLoop en']);
  });

  it('[SW13] Relay of a relay is an alarm, unless the chief interpreter has consented.', () => {
    const states: States = { ...russian, en: ['en', 'es'], es: ['es', 'floor'] };
    expect(words(speaking('ru', states))).toEqual(['ar doubleRelay en en', 'zh doubleRelay en en']);
    expect(words(speaking('ru', states, { practice: { ...minister.practice, allowDoubleRelay: true } }))).toEqual([]);
    // The channel of the floor language is the floor: no step.
    expect(words(speaking('ru', { ...russian, en: ['en', 'ru'] }))).toEqual(['en staleRelay ru']);
  });

  it('[SW14] A channel is silent when every booth that should feed it says that it does not; a retour is asked of its giver.', () => {
    expect(words(speaking('ru', { ...russian, es: [null, null] }))).toEqual(['es silentChannel es']);
    // Chinese on the floor: zh gives the retour into English, so that the English booth rests.
    expect(words(speaking('zh', { en: [null, null] }))).toEqual([]);
    expect(words(speaking('zh', { zh: [null, 'floor'] }))).toEqual([]);
    expect(words(speaking('zh', { en: [null, null], zh: [null, 'floor'] }))).toEqual(['zh silentChannel en']);
  });

  it('[SW15] Feeding another channel than the plan says is the wrong channel; another way to the same channel is nobody else’s business.', () => {
    expect(words(speaking('zh', { zh: ['fr', 'floor'], en: ['en', 'floor'] }))).toEqual(['zh wrongChannel fr', 'en wrongChannel en']);
    expect(words(speaking('ru', { ...russian, es: ['es', 'floor'], zh: ['zh', 'fr'] }))).toEqual([]);
  });

  it('[SW16] The live checks of the domain report hold.', () => {
    const english = words(speaking('en', { ar: ['en', 'floor'], fr: ['fr', 'en'] }));
    expect(english).toEqual(['ar overFloor en', 'ar silentChannel ar', 'fr staleRelay en']);
    expect(words(speaking('ru', { zh: ['zh', 'en'], en: ['en', 'es'], es: ['es', 'floor'] }))).toEqual(['zh doubleRelay en en']);
    expect(words(speaking('ru', { en: ['en', 'fr'], fr: ['fr', 'en'] }))).toEqual(['en relayLoop fr fr', 'fr relayLoop en en']);
    expect(words(speaking('ru', { es: ['es', 'en'], en: [null, 'floor'] }))).toEqual(['en silentChannel en', 'es deadRelay en']);
  });

  it('[SW17] Booths that do what the plan says raise none, whatever the teams, but for the channels of gaps.', {
    timeout: patience,
  }, () => {
    const seen = { relay: 0, doubleRelay: 0, retour: 0, gap: 0 };
    fc.assert(
      fc.property(teams, fc.constantFrom<LanguageCode>(...officialLanguages, 'pt'), fc.boolean(), (booths, language, allowDoubleRelay) => {
        const meeting = speaking(language, {}, { booths, practice: { ...minister.practice, allowDoubleRelay } });
        const plan = planRelayFor(meeting, language);
        if (plan === null) return;
        for (const { role } of plan.rows) {
          if (role === 'relay' || role === 'doubleRelay' || role === 'retour' || role === 'gap') seen[role] += 1;
        }
        const obeyed = plan.rows.map(({ booth }): [Language, readonly [Language | null, Source]] => {
          const state = must(stateInPlan(plan, booth), 'a state');
          return [booth, [state.feeds, state.listensTo]];
        });
        const gaps = plan.rows.filter(({ role }) => role === 'gap').map(({ booth }) => `${booth} silentChannel ${booth}`);
        expect(words(speaking(language, Object.fromEntries(obeyed), { booths, practice: meeting.practice }))).toEqual(gaps);
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });
});

function team(target: Language): fc.Arbitrary<Booth> {
  const others = officialLanguages.filter((language) => language !== target);
  const somebody = fc
    .tuple(
      fc.option(fc.constantFrom(...others), { freq: 3 }),
      fc.uniqueArray(fc.constantFrom<LanguageCode>(...others, 'pt'), { maxLength: 2 }),
    )
    .map(([b, c]): Omit<Interpreter, 'id'> => ({ a: [target], b: b === null ? [] : [b], c: c.filter((code) => code !== b) }));
  return fc.array(somebody, { maxLength: 3 }).map((people) => ({
    ...emptyBooth,
    interpreters: people.map((person, index) => ({ ...person, id: `${target}${index}` })),
  }));
}

const teams: fc.Arbitrary<Meeting['booths']> = fc
  .tuple(team('ar'), team('zh'), team('en'), team('fr'), team('ru'), team('es'))
  .map(([ar, zh, en, fr, ru, es]) => ({ ar, zh, en, fr, ru, es, captions: emptyBooth, sign: emptyBooth }));
