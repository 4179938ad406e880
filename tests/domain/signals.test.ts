import { describe, expect, it } from 'vitest';
import {
  answersAfter,
  isSlowDownLit,
  isUnanswered,
  slowDownLitMs,
  unansweredAfterMs,
  waitingSignals,
} from '../../shared/domain/rules/signals.ts';
import { given, startsAt } from '../kit/given.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
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

  it('[SG10] A signal that nobody has looked at for 60 s is unanswered; seen is enough of an answer.', () => {
    const sent = planned.when({ type: 'raiseSignal', kind: 'callChair' }, { by: 'booth:ar', at: 10 });
    const [signal] = sent.meeting.signals;
    if (signal === undefined) throw new Error('Expected a signal');
    expect(unansweredAfterMs).toBe(60_000);
    expect([10, 69.999, 70, 600].map((second) => isUnanswered(signal, startsAt + second * 1000))).toEqual([false, false, true, true]);
    const seen = sent.when({ type: 'answerSignal', signalId: signal.id, state: 'seen' }, { at: 20 }).meeting.signals[0];
    expect(seen !== undefined && isUnanswered(seen, startsAt + 600_000)).toBe(false);
  });

  it('[SG11] Unanswered signals rise to the top, oldest first; the others keep their order and what is done is gone.', () => {
    const { meeting } = planned
      .when({ type: 'raiseSignal', kind: 'noSound' }, { by: 'booth:ar', at: 0 })
      .when({ type: 'raiseSignal', kind: 'noText' }, { by: 'booth:fr', at: 1 })
      .when({ type: 'raiseSignal', kind: 'callChair' }, { by: 'booth:ru', at: 2 })
      .when({ type: 'raiseSignal', kind: 'needRelief' }, { by: 'booth:sign', at: 50 })
      .when({ type: 'answerSignal', signalId: 'signal-1', state: 'handling' }, { at: 51 })
      .when({ type: 'raiseSignal', kind: 'noSound' }, { by: 'booth:es', at: 52 })
      .when({ type: 'answerSignal', signalId: 'signal-4', state: 'done' }, { at: 53 });
    const order = (second: number): readonly string[] => waitingSignals(meeting, startsAt + second * 1000).map(({ id }) => id);
    expect((['sent', 'seen', 'handling', 'done'] as const).map((state) => answersAfter(state)[0] ?? null)).toEqual([
      'seen',
      'handling',
      'done',
      null,
    ]);
    expect(order(55)).toEqual(['signal-1', 'signal-2', 'signal-3', 'signal-5']);
    expect(order(61.5)).toEqual(['signal-2', 'signal-1', 'signal-3', 'signal-5']);
    expect(order(70)).toEqual(['signal-2', 'signal-3', 'signal-1', 'signal-5']);
    expect(order(112)).toEqual(['signal-2', 'signal-3', 'signal-5', 'signal-1']);
  });

  it('[SG12] The key for relief names both reasons, unwell or relieved, in six languages.', async () => {
    for (const language of officialLanguages) {
      const { booth, words } = await loadCatalogue(language);
      const parts = booth.signal.needRelief.split(/ \/ |／/);
      expect(parts, language).toHaveLength(2);
      expect(words.signalKind.needRelief.length, language).toBeGreaterThanOrEqual(booth.signal.needRelief.length);
    }
  });
});
