import { describe, expect, it } from 'vitest';
import { handoverChoices, languageSwitchOf, makePlans, retourChoices, taskOf } from '../../client/views/booth/task.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

function onMicrophones(): Scenario {
  return ['A1', 'Z1', 'E1', 'F2', 'R1', 'S1'].reduce((scenario, interpreter, index) => {
    const booth = must(officialLanguages[index], 'a booth');
    return scenario.when({ type: 'takeMicrophone', booth, interpreter }, { by: `booth:${booth}` });
  }, given(samplePlan));
}

function entryOf(meeting: Meeting, name: string): string {
  return must(
    meeting.entries.find((entry) => entry.persons[0]?.name === name),
    name,
  ).id;
}

describe('what a booth does now', () => {
  it('works direct with a plus, and is told who relies on it', () => {
    const { meeting } = onMicrophones();
    const task = must(taskOf(makePlans(meeting)('es'), 'fr'), 'a task');
    expect(task.row).toMatchObject({ role: 'direct', from: 'floor', interpreter: 'F2', handover: false });
    expect(task.sign).toBe('+');
    expect(task.takers).toEqual(['ar', 'ru']);
  });

  it('takes relay with a minus, and is told whose retour it hears', () => {
    const task = must(taskOf(makePlans(onMicrophones().meeting)('zh'), 'ru'), 'a task');
    expect(task).toMatchObject({ row: { role: 'relay', from: 'en' }, sign: '-', retourBooth: 'zh', into: 'ru' });
  });

  it('works into the language of its retour when its own is spoken', () => {
    const task = must(taskOf(makePlans(onMicrophones().meeting)('zh'), 'zh'), 'a task');
    expect(task).toMatchObject({ row: { role: 'retour', interpreter: 'Z1' }, sign: '+', into: 'en', retourBooth: null });
  });

  it('stands by without a sign when its own language is spoken', () => {
    const task = must(taskOf(makePlans(onMicrophones().meeting)('fr'), 'fr'), 'a task');
    expect(task).toMatchObject({ row: { role: 'standby', note: 'floorIsOwn' }, sign: null });
  });

  it('knows nothing while no team is known', () => {
    const { meeting } = given(smallPlan({ booths: {} }));
    expect(taskOf(makePlans(meeting)('en'), 'fr')).toBeNull();
  });

  it('keeps each plan, and makes new ones from a changed team', () => {
    const before = onMicrophones();
    const plans = makePlans(before.meeting);
    expect(plans('es')).toBe(plans('es'));
    const after = before.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F1' }, { by: 'booth:fr' });
    expect(makePlans(after.meeting)('es')?.rows.find(({ booth }) => booth === 'fr')).not.toEqual(
      plans('es')?.rows.find(({ booth }) => booth === 'fr'),
    );
  });
});

describe('a change of language in mid-statement', () => {
  it('is none while the statement has had one language', () => {
    const start = onMicrophones();
    const { meeting } = start.when({ type: 'giveFloor', entryId: entryOf(start.meeting, 'María Fernanda Espinosa Garcés') });
    expect(languageSwitchOf(meeting, makePlans(meeting), 'en')).toBeNull();
  });

  it('says what was, what is, and which channel the booth must clear first', () => {
    const start = onMicrophones().when({ type: 'takeMicrophone', booth: 'en', interpreter: 'E2' }, { by: 'booth:en' });
    const { meeting, now } = start
      .when({ type: 'giveFloor', entryId: entryOf(start.meeting, 'María Fernanda Espinosa Garcés') })
      .when({ type: 'setFloorLanguage', language: 'en' });
    const switched = must(languageSwitchOf(meeting, makePlans(meeting), 'en'), 'a switch');
    expect(switched).toMatchObject({ from: 'es', to: 'en', at: now, clear: 'en', before: { row: { role: 'direct' } } });
  });

  it('clears nothing in a booth that fed no channel', () => {
    const start = onMicrophones();
    const { meeting } = start
      .when({ type: 'giveFloor', entryId: entryOf(start.meeting, 'María Fernanda Espinosa Garcés') })
      .when({ type: 'setFloorLanguage', language: 'en' });
    expect(languageSwitchOf(meeting, makePlans(meeting), 'es')?.clear).toBeNull();
  });
});

describe('choices on the keys of a booth', () => {
  it('hand over to the one who comes after the one at the microphone, and never to that one', () => {
    const { meeting } = onMicrophones();
    expect(handoverChoices(meeting, 'ar')).toEqual(['A2', 'A3']);
    expect(handoverChoices(meeting, 'fr')).toEqual(['F1']);
    expect(handoverChoices(given(samplePlan).meeting, 'fr')).toEqual(['F1', 'F2']);
  });

  it('announce a retour only into B languages of the team that the meeting has', () => {
    const { meeting } = onMicrophones();
    expect(retourChoices(meeting, 'ar')).toEqual(['en', 'fr']);
    expect(retourChoices(meeting, 'zh')).toEqual(['en']);
    expect(retourChoices(meeting, 'fr')).toEqual([]);
  });
});
