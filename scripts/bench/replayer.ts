/** Parses or folds a log, in a process that has done neither before. */
import { performance } from 'node:perf_hooks';
import type { MeetingEvent } from '../../shared/domain/events.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { answerAsks } from './asks.ts';
import type { Figures } from './figures.ts';
import { readHistory } from './history.ts';

const lines = readHistory(10_000);

answerAsks({
  parse: () => timed(() => lines.map((line): MeetingEvent => JSON.parse(line))),
  fold: () => timed(() => lines.reduce((meeting: Meeting, line) => evolve(meeting, JSON.parse(line)), emptyMeeting)),
});
console.log('Ready to replay');

function timed(work: () => unknown): Figures {
  globalThis.gc?.();
  const began = performance.now();
  work();
  const ms = performance.now() - began;
  return { ms, eventsPerSecond: (lines.length * 1000) / ms };
}
