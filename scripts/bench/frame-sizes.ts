/** How large Rostrum's frames are, so that others send as much: built by the very functions of the server. */
import { eventFrame, snapshotFrame } from '../../server/app/frames.ts';
import { decide } from '../../shared/domain/decide.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import { type Audience, audienceOf } from '../../shared/domain/stations.ts';
import type { BenchOrder } from './bench.ts';

const at = Date.now();
const position = { epoch: 1, offset: 100, hash: 'f'.repeat(40) };
const commandId = 'x'.repeat(64);
/** Of a WebSocket frame from 126 to 65,535 bytes of payload, and of a longer one. */
const headerBytes = { short: 4, long: 10 };

export function audienceIn(order: Pick<BenchOrder, 'audience'>): Audience {
  return audienceOf(order.audience);
}

export function plannedMeeting(plan: MeetingPlan): Meeting {
  return evolve(emptyMeeting, { type: 'meetingPlanned', meetingId: 'bench', plan, at, by: 'admin' });
}

/** Payload bytes of each frame that this audience gets for a command of the chair. */
export function bytesOfCommand(audience: Audience, meeting: Meeting, command: Command): readonly number[] {
  const decided = decide(meeting, command, { by: 'chair', now: at });
  if (!decided.ok) throw new Error(`Expected ${command.type} to be accepted: ${decided.error.code}`);
  return decided.value.flatMap((fact) => {
    const frame = eventFrame(audience, { position, event: { ...fact, at, by: 'chair' }, commandId }, 100);
    return frame === null ? [] : [frame.length - headerBytes.short];
  });
}

export function bytesOfSnapshot(audience: Audience, meeting: Meeting): number {
  const { length } = snapshotFrame(audience, position, 100, meeting);
  return length - (length > 65_535 ? headerBytes.long : headerBytes.short);
}

/** The bench's usual update: one event. */
export function bytesOfUpdate(audience: Audience, plan: MeetingPlan): number {
  const [speaker] = plannedMeeting(plan).entries;
  if (speaker === undefined) throw new Error('Expected the plan to have a speaker');
  const { id: entryId, language, limitSeconds, persons } = speaker;
  const floorGiven = { type: 'floorGiven', entryId, personId: persons[0]?.id ?? '', language, limitSeconds, at, by: 'chair' } as const;
  const [bytes = 0] = bytesOfCommand(audience, evolve(plannedMeeting(plan), floorGiven), { type: 'addTime', seconds: 30 });
  return bytes;
}

/** With a filler, so that its JSON is `bytes` long; unchanged when it is longer. */
export function padded(frame: object, bytes: number): object {
  const missing = bytes - JSON.stringify({ ...frame, filler: '' }).length;
  return missing < 0 ? frame : { ...frame, filler: 'x'.repeat(missing) };
}

export function paddedFrame(frame: object, bytes: number): string {
  return JSON.stringify(padded(frame, bytes));
}
