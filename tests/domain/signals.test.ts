import { describe, expect, it } from 'vitest';
import { isSlowDownLit, slowDownLitMs } from '../../shared/domain/rules/signals.ts';
import { given, startsAt } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const planned = given(smallPlan());

describe('requests to slow down', () => {
  it('[SG1] They are anonymous and merged: while the lamp is lit they count up, and nothing says which booth.', () => {
    const first = planned.when({ type: 'requestSlowDown' }, { by: 'booth:fr', at: 10 }).thenFacts({ type: 'slowDownRequested' });
    const second = first.when({ type: 'requestSlowDown' }, { by: 'booth:ru', at: 19.999 });
    expect(second.meeting.slowDown).toEqual({ at: startsAt + 19_999, count: 2 });
    expect(second.log.slice(1).map(({ by }) => by)).toEqual(['booth', 'booth']);
    expect(JSON.stringify(second.log.slice(1))).not.toMatch(/booth:/);
    expect(second.when({ type: 'requestSlowDown' }, { by: 'booth:fr', at: 30 }).meeting.slowDown?.count).toBe(1);
  });

  it('[SG2] The lamp fades ten seconds after the last request.', () => {
    const { meeting } = planned.when({ type: 'requestSlowDown' }, { at: 10 });
    expect(slowDownLitMs).toBe(10_000);
    expect([10, 19.999, 20].map((second) => isSlowDownLit(meeting, startsAt + second * 1000))).toEqual([true, true, false]);
    expect(isSlowDownLit(planned.meeting, startsAt)).toBe(false);
  });
});

describe('signals', () => {
  it('[SG3] A signal says who raised it and how far it is: sent, seen, being handled, done; done is the end.', () => {
    const sent = planned
      .when({ type: 'raiseSignal', kind: 'noSound' }, { by: 'booth:ar', at: 10 })
      .thenFacts({ type: 'signalRaised', signalId: 'signal-1', kind: 'noSound', from: 'booth:ar' });
    expect(sent.meeting.signals).toMatchObject([{ id: 'signal-1', state: 'sent', stateBy: 'booth:ar' }]);
    const two = sent.when({ type: 'raiseSignal', kind: 'callChair' }, { by: 'booth:ru' });
    const handled = two.when({ type: 'answerSignal', signalId: 'signal-1', state: 'handling' }, { by: 'webcast', at: 20 });
    expect(handled.meeting.signals).toMatchObject([
      { state: 'handling', stateBy: 'webcast', stateAt: startsAt + 20_000, at: startsAt + 10_000 },
      { id: 'signal-2', state: 'sent', from: 'booth:ru' },
    ]);
    const done = handled.when({ type: 'answerSignal', signalId: 'signal-1', state: 'done' });
    done.when({ type: 'answerSignal', signalId: 'signal-1', state: 'seen' }).thenRefused('signalDone');
    done.when({ type: 'answerSignal', signalId: 'signal-9', state: 'seen' }).thenRefused('signalUnknown');
  });
});
