import { describe, expect, it } from 'vitest';
import { createI18n } from '../../client/state/i18n-context.tsx';
import { handoverChoices } from '../../client/views/booth/handover-question.tsx';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import { english } from '../../shared/i18n/en/catalogue.ts';
import type { BoothName } from '../../shared/reference/languages.ts';
import { given, type Scenario } from '../kit/given.ts';

const i18n = createI18n(() => ({ language: 'en', catalogue: english }));
const planned = given(samplePlan);

function choices({ meeting }: Scenario, booth: BoothName) {
  return handoverChoices(booth, meeting.booths[booth], i18n);
}

describe('what F8 offers', () => {
  const first = planned.when({ type: 'takeMicrophone', booth: 'ar', interpreter: 'A2' }, { by: 'booth:ar' });

  it('[TU14] offers the microphone to each boothmate, who comes next first, and says who is seen to have it.', () => {
    expect(choices(first, 'ar').map(({ label }) => label)).toEqual([
      'A3 takes over now',
      'A1 takes over now',
      'A3 is ready',
      'A1 is ready',
      'A2 asks to be relieved',
    ]);
    expect(choices(first, 'ar')[0]?.command).toEqual({ type: 'takeMicrophone', booth: 'ar', interpreter: 'A3', from: 'A2' });
  });

  it('[TU14] offers it to the whole team, and no sign, while nobody is announced.', () => {
    expect(choices(planned, 'fr').map(({ command }) => command)).toEqual([
      { type: 'takeMicrophone', booth: 'fr', interpreter: 'F1', from: null },
      { type: 'takeMicrophone', booth: 'fr', interpreter: 'F2', from: null },
    ]);
  });

  it('[TU14] offers to withdraw a sign that stands, last, so that the other keys stay what they were.', () => {
    const signed = first.when({ type: 'signHandover', booth: 'ar', kind: 'ready', interpreter: 'A1' }, { by: 'booth:ar' });
    expect(choices(signed, 'ar').slice(0, -1)).toEqual(choices(first, 'ar'));
    expect(choices(signed, 'ar').at(-1)?.command).toEqual({ type: 'withdrawHandover', booth: 'ar' });
  });

  it('[TU14] never has more answers than there are digits, and leaves out those who could be ready first.', () => {
    const team = Array.from({ length: 8 }, (_, index) => ({ id: `P${index}`, a: ['fr'], b: [], c: [] }));
    const crowd = planned
      .when({ type: 'setTeam', booth: 'fr', interpreters: team })
      .when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'P0' })
      .when({ type: 'signHandover', booth: 'fr', kind: 'ready', interpreter: 'P1' }, { by: 'booth:fr' });
    const types = choices(crowd, 'fr').map(({ value }) => value.split(' ')[0]);
    expect(types).toEqual([...Array.from({ length: 7 }, () => 'takes'), 'ready', 'request', 'withdraw']);
  });
});
