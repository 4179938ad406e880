import { describe, expect, it } from 'vitest';
import { doneShownMs, shownSignal } from '../../client/views/booth/own-signals.ts';
import { boothForm, boothFunction, othersOf, placeOf, textStateOf } from '../../client/views/booth/speaker.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Entry, Person } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const sample = given(samplePlan).meeting;

function entryOf(name: string): Entry {
  return must(
    sample.entries.find((entry) => entry.persons[0]?.name === name),
    name,
  );
}

function personOf(name: string): Person {
  return must(entryOf(name).persons[0], name);
}

describe('how a booth reads a speaker', () => {
  it('shows its own form beside the owner’s, with whether somebody vouches for it', () => {
    expect(boothForm(personOf('María Fernanda Espinosa Garcés'), 'ru')).toEqual({
      name: 'Мария Фернанда Эспиноса Гарсес',
      language: 'ru',
      verified: true,
    });
    expect(boothForm(personOf('María Fernanda Espinosa Garcés'), 'ar')?.verified).toBe(false);
  });

  it('shows one form when both are the same, or when the booth has none', () => {
    expect(boothForm(personOf('María Fernanda Espinosa Garcés'), 'fr')).toBeNull();
    expect(boothForm(personOf('Vojislav Šuc'), 'zh')).toBeNull();
  });

  it('gives the function in the language of the booth, else as the paper has it', () => {
    expect(boothFunction(personOf('Vojislav Šuc'), 'fr')).toEqual({ text: 'Président du Conseil des droits de l’homme', language: 'fr' });
    expect(boothFunction(personOf('Vojislav Šuc'), 'zh')).toEqual({ text: 'President of the Human Rights Council', language: 'en' });
  });

  it('names who else takes part in the place', () => {
    const steiner = entryOf('Achim Steiner');
    expect(othersOf(steiner, must(steiner.persons[0], 'Steiner')).map(({ name }) => name)).toEqual(['Robert Piper']);
  });

  it('counts places by role on the podium and by slot on the floor', () => {
    expect(placeOf(sample, entryOf('María Fernanda Espinosa Garcés'))).toEqual({
      what: { role: 'panellist' },
      place: 3,
      of: 4,
      part: 'podium',
    });
    expect(placeOf(sample, entryOf('Vojislav Šuc'))).toMatchObject({ what: { role: 'chair' }, place: null });
    expect(placeOf(sample, entryOf('India'))).toEqual({ what: { rank: 'state' }, place: 3, of: 15, part: 'floor' });
  });
});

describe('the text of a statement', () => {
  it('says when a film comes without one', () => {
    expect(textStateOf(entryOf('Achim Steiner'), 'en')).toEqual({ status: 'expected', text: null, missing: true });
    expect(textStateOf(entryOf('Amina Mohammed'), 'en')).toMatchObject({ status: 'received', missing: false });
    expect(textStateOf(entryOf('Kate Gilmore'), 'en')).toEqual({ status: 'none', text: null, missing: false });
  });
});

describe('a signal of the booth', () => {
  const raised = given(smallPlan()).when({ type: 'raiseSignal', kind: 'noSound' }, { by: 'booth:fr' });

  it('is shown to the booth that gave it, under its own key', () => {
    expect(shownSignal(raised.meeting, 'booth:fr', 'noSound', raised.now)?.state).toBe('sent');
    expect(shownSignal(raised.meeting, 'booth:es', 'noSound', raised.now)).toBeNull();
    expect(shownSignal(raised.meeting, 'booth:fr', 'noText', raised.now)).toBeNull();
  });

  it('is shown for a while after it is done, then no longer', () => {
    const signalId = must(raised.meeting.signals[0], 'a signal').id;
    const done = raised.when({ type: 'answerSignal', signalId, state: 'done' }, { by: 'chair' });
    expect(shownSignal(done.meeting, 'booth:fr', 'noSound', done.now + doneShownMs - 1)?.state).toBe('done');
    expect(shownSignal(done.meeting, 'booth:fr', 'noSound', done.now + doneShownMs)).toBeNull();
  });
});
