import { describe, expect, it } from 'vitest';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import { switchProgress } from '../../shared/domain/rules/booth-states.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

/** The Minister of Ecuador speaks Spanish; at the microphones A1, Z1, E2, F2, R1 and S1. */
function minister(): Scenario {
  const manned = ['A1', 'Z1', 'E2', 'F2', 'R1', 'S1'].reduce((scenario, interpreter, index) => {
    const booth = must(officialLanguages[index], 'a booth');
    return scenario.when({ type: 'takeMicrophone', booth, interpreter }, { by: `booth:${booth}` });
  }, given(samplePlan));
  return manned.when({ type: 'giveFloor', entryId: 'e8' }, { at: 0 });
}

function switched(): Scenario {
  return minister().when({ type: 'setFloorLanguage', language: 'en' }, { at: 60 });
}

describe('what a booth says of its console', () => {
  it('[SW1] A booth declares which channel it feeds and what it hears, and only for itself.', () => {
    const said = minister().when({ type: 'declareBooth', booth: 'fr', feeds: 'fr', listensTo: 'en' }, { by: 'booth:fr', at: 10 });
    said.thenFacts({ type: 'boothDeclared', booth: 'fr', feeds: 'fr', listensTo: 'en' });
    expect(said.meeting.booths.fr.declared).toEqual({ feeds: 'fr', listensTo: 'en', at: said.now });
    said.when({ type: 'declareBooth', booth: 'fr', feeds: null, listensTo: 'floor' }, { by: 'booth:es' }).thenRefused('notYourStation');
    said.when({ type: 'confirmTask', booth: 'fr' }, { by: 'booth:es' }).thenRefused('notYourStation');
  });

  it('[SW2] One key declares what the plan says for the language on the floor; without a plan there is nothing to confirm.', () => {
    const confirm = (scenario: Scenario, booth: 'ar' | 'en' | 'es') =>
      scenario.when({ type: 'confirmTask', booth }, { by: `booth:${booth}` }).meeting.booths[booth].declared;
    // Spanish: en is direct, ar takes relay from it, es rests.
    expect(confirm(minister(), 'en')).toMatchObject({ feeds: 'en', listensTo: 'floor' });
    expect(confirm(minister(), 'ar')).toMatchObject({ feeds: 'ar', listensTo: 'en' });
    expect(confirm(minister(), 'es')).toMatchObject({ feeds: null, listensTo: null });
    given(samplePlan).when({ type: 'confirmTask', booth: 'en' }, { by: 'booth:en' }).thenRefused('noTask');
    const noTeams = given(smallPlan({ booths: {} })).when({ type: 'giveFloor', entryId: 'e1' });
    noTeams.when({ type: 'confirmTask', booth: 'en' }, { by: 'booth:en' }).thenRefused('noTask');
  });
});

describe('a change of language in mid-statement', () => {
  it('[SW3] It names the booths that have to act, those that clear a channel first, and no others.', () => {
    expect(switched().meeting.languageSwitch).toEqual({
      from: 'es',
      to: 'en',
      at: switched().now,
      // en must clear the channel of the floor; ar, zh and ru leave its relay, es begins; fr goes on working direct.
      booths: ['en', 'ar', 'zh', 'ru', 'es'],
      confirmed: {},
    });
  });

  it('[SW4] A booth confirms once: by the key, or by declaring the very state that the plan says.', () => {
    const confirmed = switched()
      .when({ type: 'confirmTask', booth: 'en' }, { by: 'booth:en', at: 61 })
      .when({ type: 'declareBooth', booth: 'es', feeds: 'es', listensTo: 'fr' }, { by: 'booth:es', at: 62 })
      .when({ type: 'declareBooth', booth: 'ru', feeds: 'ru', listensTo: 'floor' }, { by: 'booth:ru', at: 63 })
      .when({ type: 'confirmTask', booth: 'en' }, { by: 'booth:en', at: 64 })
      // Not in the switch: it has nothing to confirm, and may say so all the same.
      .when({ type: 'confirmTask', booth: 'fr' }, { by: 'booth:fr', at: 65 });
    const at = switched().now;
    expect(confirmed.meeting.languageSwitch?.confirmed).toEqual({ en: at + 1_000, ru: at + 3_000 });
  });

  it('[SW5] The time runs until the last booth has confirmed, and names those that are awaited.', () => {
    const start = switched();
    const three = (['en', 'ar', 'ru'] as const).reduce(
      (scenario, booth, index) => scenario.when({ type: 'confirmTask', booth }, { by: `booth:${booth}`, at: 61 + index }),
      start,
    );
    expect(switchProgress(three.meeting, start.now + 4_500)).toEqual({
      from: 'es',
      to: 'en',
      booths: [
        { booth: 'en', afterMs: 1_000 },
        { booth: 'ar', afterMs: 2_000 },
        { booth: 'zh', afterMs: null },
        { booth: 'ru', afterMs: 3_000 },
        { booth: 'es', afterMs: null },
      ],
      waiting: ['zh', 'es'],
      elapsedMs: 4_500,
    });
    const all = three
      .when({ type: 'confirmTask', booth: 'es' }, { by: 'booth:es', at: 66 })
      .when({ type: 'confirmTask', booth: 'zh' }, { by: 'booth:zh', at: 65 });
    expect(switchProgress(all.meeting, start.now + 99_000)).toMatchObject({ waiting: [], elapsedMs: 6_000 });
    expect(switchProgress(start.meeting, start.now - 50)?.elapsedMs).toBe(0);
  });

  it('[SW6] It ends with the statement, and with the next change of language, on which no earlier word counts.', () => {
    const confirmed = switched().when({ type: 'confirmTask', booth: 'ru' }, { by: 'booth:ru' });
    expect(confirmed.when({ type: 'giveFloor', entryId: 'e9' }).meeting.languageSwitch).toBeNull();
    expect(switchProgress(confirmed.when({ type: 'endStatement' }).meeting, 0)).toBeNull();
    const back = confirmed.when({ type: 'setFloorLanguage', language: 'es' });
    expect(back.meeting.languageSwitch).toMatchObject({ from: 'en', to: 'es', confirmed: {} });
    // Nobody has Portuguese or German: there is nothing to do at the second change, and nobody is awaited.
    const twice = back.when({ type: 'setFloorLanguage', language: 'pt' }).when({ type: 'setFloorLanguage', language: 'de' });
    expect(twice.meeting.languageSwitch).toBeNull();
  });
});
