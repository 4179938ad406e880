import { describe, expect, it } from 'vitest';
import { boothSwitch, confirmationOf, makePlans, retourChoices, taskOf } from '../../client/views/booth/task.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';
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

/** What one booth does in the switch of the present statement: `pivots direct`. */
function steps(meeting: Meeting, booth: Language): readonly string[] {
  const switched = must(boothSwitch(meeting, makePlans(meeting), booth), 'a switch');
  return switched.steps.map((step) => (step.stage === 'clear' ? `clear ${step.channel}` : `${step.stage} ${step.after.role}`));
}

describe('a change of language in mid-statement', () => {
  const speaking = (scenario: Scenario): Scenario =>
    scenario.when({ type: 'giveFloor', entryId: entryOf(scenario.meeting, 'María Fernanda Espinosa Garcés') });

  it('is none while the statement has had one language', () => {
    const { meeting } = speaking(onMicrophones());
    expect(boothSwitch(meeting, makePlans(meeting), 'en')).toBeNull();
  });

  it('[SW18] Each booth gets its own steps, in the order clear, go live, switch, stand by, and what it did before.', () => {
    const start = onMicrophones().when({ type: 'takeMicrophone', booth: 'en', interpreter: 'E2' }, { by: 'booth:en' });
    const { meeting, now } = speaking(start).when({ type: 'setFloorLanguage', language: 'en' });
    expect(boothSwitch(meeting, makePlans(meeting), 'en')).toMatchObject({ from: 'es', at: now, before: { row: { role: 'direct' } } });
    expect(officialLanguages.map((booth) => [booth, ...steps(meeting, booth)])).toEqual([
      ['ar', 'takers direct'],
      ['zh', 'takers direct'],
      ['en', 'clear en', 'standbys standby'],
      ['fr'],
      ['ru', 'takers direct'],
      ['es', 'takers direct'],
    ]);
    const chinese = speaking(start).when({ type: 'setFloorLanguage', language: 'zh' }).meeting;
    expect(steps(chinese, 'zh')).toEqual(['clear zh', 'pivots retour']);
  });

  it('[SW19] The key that says done is awaited in a switch, possible when the booth has not declared the plan, and else at rest.', () => {
    const start = onMicrophones().when({ type: 'takeMicrophone', booth: 'en', interpreter: 'E2' }, { by: 'booth:en' });
    const key = ({ meeting }: Scenario, booth: Language) => confirmationOf(meeting, makePlans(meeting), booth);
    expect(key(start, 'en')).toEqual({ state: 'nothingPlanned', afterMs: null });
    const spanish = speaking(start);
    expect(key(spanish, 'en')).toEqual({ state: 'possible', afterMs: null });
    const english = spanish.when({ type: 'setFloorLanguage', language: 'en' });
    expect(key(english, 'en')).toEqual({ state: 'awaited', afterMs: null });
    const said = english.when({ type: 'confirmTask', booth: 'en' }, { by: 'booth:en' });
    expect(key(said, 'en')).toEqual({ state: 'asDeclared', afterMs: 1_000 });
    // On stand-by it may hear what it likes, but not speak.
    const listens = said.when({ type: 'declareBooth', booth: 'en', feeds: null, listensTo: 'floor' }, { by: 'booth:en' });
    expect(key(listens, 'en').state).toBe('asDeclared');
    const speaks = said.when({ type: 'declareBooth', booth: 'en', feeds: 'en', listensTo: 'floor' }, { by: 'booth:en' });
    expect(key(speaks, 'en').state).toBe('possible');
  });
});

describe('choices on the keys of a booth', () => {
  it('announce a retour only into B languages of the team that the meeting has', () => {
    const { meeting } = onMicrophones();
    expect(retourChoices(meeting, 'ar')).toEqual(['en', 'fr']);
    expect(retourChoices(meeting, 'zh')).toEqual(['en']);
    expect(retourChoices(meeting, 'fr')).toEqual([]);
  });
});
