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
