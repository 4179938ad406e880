import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/commands.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const planned = given(smallPlan());

describe('teams in the booths', () => {
  it('[SG4] The one at the microphone is in the team, and a handover needs no leave.', () => {
    const one = planned.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F. One' });
    one.thenFacts({ type: 'microphoneTaken', booth: 'fr', interpreter: 'F. One' });
    const two = one.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F. Two' });
    expect(two.meeting.booths.fr.onMic).toEqual({ interpreter: 'F. Two', since: two.now });
    two.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F. Three' }).thenRefused('boothUnknownInterpreter');
  });

  it('[SG5] A retour goes into a language that somebody in the booth works into.', () => {
    const { meeting } = planned
      .when({ type: 'announceRetour', booth: 'zh', into: 'en' })
      .thenFacts({ type: 'retourAnnounced', into: 'en' });
    expect(meeting.booths.zh.retourInto).toBe('en');
    planned.when({ type: 'announceRetour', booth: 'zh', into: 'fr' }).thenRefused('retourUnknown');
  });

  it('[SG6] A new team keeps what is still true: who is at the microphone, and the retour that somebody can give.', () => {
    const working = planned
      .when({ type: 'takeMicrophone', booth: 'zh', interpreter: 'Z. One' }, { by: 'booth:zh' })
      .when({ type: 'announceRetour', booth: 'zh', into: 'en' });
    const one = { id: 'Z. One', a: ['zh'], b: ['en'], c: [] };
    const more = working.when({ type: 'setTeam', booth: 'zh', interpreters: [one, { id: 'Z. Two', a: ['zh'], b: ['fr'], c: [] }] });
    expect(more.meeting.booths.zh).toMatchObject({ onMic: { interpreter: 'Z. One' }, retourInto: 'en' });
    const others = working.when({ type: 'setTeam', booth: 'zh', interpreters: [{ id: 'Z. Two', a: ['zh'], b: ['fr'], c: [] }] });
    expect(others.meeting.booths.zh).toMatchObject({ onMic: null, retourInto: null });
  });

  const ofTheFrenchBooth: readonly Command[] = [
    { type: 'setTeam', booth: 'fr', interpreters: [] },
    { type: 'takeMicrophone', booth: 'fr', interpreter: 'F. One' },
    { type: 'announceRetour', booth: 'fr', into: 'en' },
  ];
  it.each(ofTheFrenchBooth.map((command) => [command.type, command] as const))(
    '[ST5] A booth cannot do %s for another booth.',
    (_, command) => {
      planned.when(command, { by: 'booth:es' }).thenRefused('notYourStation');
      expect(planned.when(command, { by: 'booth:fr' }).refusal?.code).not.toBe('notYourStation');
      expect(planned.when(command, { by: 'admin' }).refusal?.code).not.toBe('notYourStation');
    },
  );

  it('cleans what a booth calls its interpreters, like any text from outside', () => {
    const team = (id: string): Command => ({ type: 'setTeam', booth: 'fr', interpreters: [{ id, a: ['fr'], b: [], c: [] }] });
    expect(planned.when(team(' F.\u202E  One ')).meeting.booths.fr.interpreters[0]?.id).toBe('F. One');
    planned.when(team('<b>')).thenRefused('textMarkup');
  });
});

describe('handing over the microphone', () => {
  const one = planned.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F. One' });
  const takes = (interpreter: string, from: string | null): Command => ({ type: 'takeMicrophone', booth: 'fr', interpreter, from });
  const signs = (kind: 'request' | 'ready', interpreter: string): Command => ({ type: 'signHandover', booth: 'fr', kind, interpreter });

  it('[TU6] Of two who claim one microphone at the same moment the second learns who has it, and takes it if it asks again.', () => {
    const first = planned.when(takes('F. One', null)).thenFacts({ type: 'microphoneTaken', interpreter: 'F. One' });
    const second = first.when(takes('F. Two', null)).thenRefused('microphoneElsewhere');
    expect(second.refusal).toMatchObject({ params: { interpreter: 'F. One' }, current: { interpreter: 'F. One', since: first.now } });
    second.when(takes('F. Two', 'F. One')).thenFacts({ type: 'microphoneTaken', interpreter: 'F. Two' });
  });

  it('[TU7] Who does not say who had the microphone takes it, as clients of before do.', () => {
    one.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F. Two' }).thenFacts({ type: 'microphoneTaken', interpreter: 'F. Two' });
    one.when({ type: 'takeMicrophone', booth: 'fr', interpreter: 'F. One' }).thenFacts({ type: 'microphoneTaken', interpreter: 'F. One' });
  });

  it('[TU8] Two who give the microphone to the same interpreter do it once: the turn does not begin anew.', () => {
    const two = one.when(takes('F. Two', 'F. One'));
    const again = two.when(takes('F. Two', 'F. One')).thenRefused('alreadyAtMicrophone');
    expect(again.meeting.booths.fr.onMic).toEqual({ interpreter: 'F. Two', since: two.now });
  });

  it('[TU8] A microphone that nobody has any more is free, whoever was seen at it.', () => {
    const gone = one.when({ type: 'setTeam', booth: 'fr', interpreters: [{ id: 'F. Two', a: ['fr'], b: [], c: [] }] });
    gone.when(takes('F. Two', 'F. One')).thenFacts({ type: 'microphoneTaken', interpreter: 'F. Two' });
  });

  it('[TU9] A sign stands until the microphone is taken or it is withdrawn, the newest in the place of the one before; it locks nothing.', () => {
    const asks = one.when(signs('request', 'F. One'), { by: 'booth:fr' });
    expect(asks.meeting.booths.fr.handover).toEqual({ kind: 'request', interpreter: 'F. One', at: asks.now });
    const ready = asks.when(signs('ready', 'F. Two'), { by: 'booth:fr' });
    expect(ready.meeting.booths.fr.handover).toMatchObject({ kind: 'ready', interpreter: 'F. Two' });
    expect(ready.when(takes('F. Two', 'F. One')).meeting.booths.fr.handover).toBeNull();
    const withdrawn = ready.when({ type: 'withdrawHandover', booth: 'fr' }, { by: 'booth:fr' });
    expect(withdrawn.meeting.booths.fr.handover).toBeNull();
    withdrawn.when({ type: 'withdrawHandover', booth: 'fr' }, { by: 'booth:fr' }).thenRefused('noHandoverSign');
  });

  it('[TU10] Who has the microphone asks to be relieved, the others are ready; nobody of another team does either.', () => {
    const by = { by: 'booth:fr' } as const;
    one.when(signs('request', 'F. Two'), by).thenRefused('microphoneElsewhere');
    one.when(signs('ready', 'F. One'), by).thenRefused('alreadyAtMicrophone');
    one.when(signs('ready', 'Z. One'), by).thenRefused('boothUnknownInterpreter');
    one.when(signs('ready', 'F. Two'), { by: 'booth:es' }).thenRefused('notYourStation');
    planned.when(signs('request', 'F. Two'), by).thenFacts({ type: 'handoverSigned', kind: 'request', interpreter: 'F. Two' });
  });

  it('[TU11] A sign goes with the person who leaves the team, and stays with any other new team.', () => {
    const ready = one.when(signs('ready', 'F. Two'), { by: 'booth:fr' });
    const both = ['F. One', 'F. Two'].map((id) => ({ id, a: ['fr'], b: [], c: [] }));
    const team = (interpreters: typeof both): Command => ({ type: 'setTeam', booth: 'fr', interpreters });
    expect(ready.when(team(both)).meeting.booths.fr.handover).toMatchObject({ interpreter: 'F. Two' });
    expect(ready.when(team(both.slice(0, 1))).meeting.booths.fr.handover).toBeNull();
  });
});
