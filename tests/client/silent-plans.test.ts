import { describe, expect, it } from 'vitest';
import { boothSwitch, retourChoices, taskOf } from '../../client/views/booth/task.ts';
import { makeSilentPlans } from '../../client/views/silent-booth/silent-plans.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { meetingFromPlan } from '../../shared/domain/meeting-from-plan.ts';
import { lookAhead } from '../../shared/domain/rules/look-ahead.ts';
import type { SilentBooth } from '../../shared/reference/languages.ts';

const captioner = { id: 'C1', a: ['en'], b: [], c: [] };
const signer = { id: 'I1', a: ['ils'], b: [], c: ['fr', 'en'] };
const meeting = meetingFromPlan('m1', { ...samplePlan, booths: { ...samplePlan.booths, captions: [captioner], sign: [signer] } });

const withoutEnglishTeam: Meeting = {
  ...meeting,
  booths: { ...meeting.booths, en: { ...meeting.booths.en, interpreters: [] } },
};

function task(booth: SilentBooth, language: string, of: Meeting = meeting) {
  const found = taskOf(makeSilentPlans(of, booth)(language), booth === 'sign' ? 'fr' : 'en');
  if (found === null) throw new Error('Expected a task');
  return found;
}

describe('the page of a booth without a channel', () => {
  it('[SB3] says in the signs of the desks what it hears: the floor (+), a channel (-), a retour by name, a gap', () => {
    expect(task('captions', 'en')).toMatchObject({ row: { role: 'direct', from: 'floor', interpreter: 'C1' }, sign: '+', takers: [] });
    expect(task('captions', 'ru')).toMatchObject({ row: { role: 'relay', from: 'en' }, sign: '-', retourBooth: null });
    expect(task('captions', 'zh')).toMatchObject({ row: { role: 'relay', from: 'en', note: 'fromRetour' }, sign: '-', retourBooth: 'zh' });
    expect(task('captions', 'ru', withoutEnglishTeam)).toMatchObject({ row: { role: 'gap', from: null, note: 'noPath' }, sign: null });
  });

  it('[SB4] has in a change of language only to listen elsewhere: no channel to clear, no word of another booth that counts as its own', () => {
    const changed: Meeting = {
      ...withoutEnglishTeam,
      languageSwitch: { from: 'en', to: 'ru', at: 0, booths: ['en'], confirmed: { en: 1 } },
    };
    const plans = makeSilentPlans(changed, 'captions');
    const own = boothSwitch(changed, plans, 'en', true);
    expect(own).toMatchObject({ confirmed: false, steps: [{ stage: 'takers', after: { role: 'gap' } }] });
    expect(own?.steps).toHaveLength(1);
    expect(boothSwitch(changed, plans, 'en')).toMatchObject({ confirmed: true, steps: [{ stage: 'clear' }, {}] });
  });

  it('[SB5] is warned ahead of its own gaps, of no handover and no retour; it has no retour to announce', () => {
    const warned = (of: Meeting) =>
      lookAhead(of, of.plannedStartAt, makeSilentPlans(of, 'captions')).filter(({ booths }) => booths.includes('en'));
    expect(warned(withoutEnglishTeam).map(({ kind }) => kind)).toContain('gap');
    expect(warned(meeting).filter(({ kind }) => kind !== 'videoWithoutText')).toEqual([]);
    const bilingual: Meeting = {
      ...meeting,
      booths: { ...meeting.booths, captions: { ...meeting.booths.captions, interpreters: [{ ...captioner, b: ['fr'] }] } },
    };
    expect(retourChoices(bilingual, 'captions')).toEqual([]);
  });
});
