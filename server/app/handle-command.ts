/**
 * From a parsed command to its one outcome. Commands of one meeting are decided one after the other in this process; against
 * other processes the expected position decides, and who comes second decides again on the newer state (ADR 2).
 */
import type { Command } from '../../shared/domain/commands.ts';
import { decide } from '../../shared/domain/decide.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { Author, Fact } from '../../shared/domain/events.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { nowFields } from '../../shared/domain/now-fields.ts';
import { mayIssue } from '../../shared/domain/permissions.ts';
import type { Refusal } from '../../shared/domain/refusals.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { assertNever } from '../../shared/lib/assert.ts';
import type { CommandId } from '../../shared/lib/ids.ts';
import type { StoreClock } from '../lib/clock.ts';
import type { EventStore, Position, RecordedEvent, RefuseResult } from '../store/event-store.ts';
import { createDecider, type Decider } from './decider.ts';
import type { MeetingHub } from './meeting-hub.ts';
import { isStoreAway } from './store-away.ts';

export interface CommandRequest {
  readonly commandId: CommandId;
  /** Store's time, ms; `null`: never. */
  readonly expires: number | null;
  readonly command: Command;
  readonly by: Station;
}

export type CommandOutcome =
  /** Durable. `events`: what the command, or its first copy, made. */
  | { readonly status: 'ok' | 'duplicate'; readonly position: Position; readonly events: readonly RecordedEvent[] }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly position: Position }
  | { readonly status: 'expired' }
  /** Not outcomes: the same id may be sent again until it expires. */
  | { readonly status: 'busy' | 'unavailable' };

export interface CommandHandler {
  handle(hub: MeetingHub, request: CommandRequest): Promise<CommandOutcome>;
  /** Resolves when everything that was taken in has its outcome. */
  idle(): Promise<void>;
}

const attempts = 8;
/** Waiting commands of one meeting; a human meeting has a handful. */
const queueLimit = 500;

export function createCommandHandler(store: EventStore, clock: StoreClock): CommandHandler {
  const queues = new Map<MeetingHub, Queue>();

  return {
    async handle(hub, request) {
      if (!mayIssue(request.by, request.command.type)) {
        return { status: 'refused', refusal: { code: 'notYourStation' }, position: hub.state().position };
      }
      const queue = queues.get(hub) ?? { decider: createDecider(hub, store), last: Promise.resolve(), waiting: 0 };
      queues.set(hub, queue);
      if (queue.waiting >= queueLimit) return { status: 'busy' };
      return inTurn(queue, () => settle({ store, clock, hub, decider: queue.decider }, request));
    },
    async idle() {
      await Promise.all([...queues.values()].map((queue) => queue.last));
    },
  };
}

interface Queue {
  readonly decider: Decider;
  /** Never rejects. */
  last: Promise<unknown>;
  waiting: number;
}

async function inTurn<T>(queue: Queue, work: () => Promise<T>): Promise<T> {
  queue.waiting += 1;
  const mine = queue.last.then(work);
  queue.last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    queue.waiting -= 1;
  }
}

interface Desk {
  readonly store: EventStore;
  readonly clock: StoreClock;
  readonly hub: MeetingHub;
  readonly decider: Decider;
}

async function settle(desk: Desk, request: CommandRequest): Promise<CommandOutcome> {
  try {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const outcome = await attemptOnce(desk, request);
      if (outcome !== null) return outcome;
    }
    return { status: 'busy' };
  } catch (fault) {
    if (isStoreAway(fault)) return { status: 'unavailable' };
    throw fault;
  }
}

/** `null`: the log had moved on; the state is newer now, try again. */
async function attemptOnce(desk: Desk, { commandId, expires, command, by }: CommandRequest): Promise<CommandOutcome | null> {
  const { store, clock, hub, decider } = desk;
  const known = await hub.commands().find(commandId);
  if (known !== null) return duplicate(desk, known.position, known.events);

  const now = clock.now();
  const { meeting, position } = decider.state();
  const decision = decide(meeting, command, { by, now });
  const late = expires !== null && now > expires;
  // A no is only final when it was said on the end of the log: the state here may be a moment old, or the command may
  // already be in the part that was not read.
  if (late) return await expire(desk, commandId, position);
  if (!decision.ok) {
    const result = await store.refuse(hub.meetingId, position, commandId, JSON.stringify(decision.error));
    if (result.status === 'recorded') return { status: 'refused', refusal: decision.error, position };
    return await settledElsewhere(desk, result);
  }

  const author: Author = command.type === 'requestSlowDown' ? 'booth' : by;
  const facts = decision.value;
  const after = nowFields(afterwards(meeting, facts, author, now), now);
  const result = await store.append(hub.meetingId, position, { commandId, by: author, expires, facts, now: after });
  switch (result.status) {
    case 'committed':
      decider.learn(result.events);
      return { status: 'ok', position: result.position, events: result.events };
    case 'expired':
      return await expire(desk, commandId, position);
    default:
      return await settledElsewhere(desk, result);
  }
}

/** What is recorded in the place of a refusal: a command that came too late for one copy is too late for all. */
const tooLate = JSON.stringify('tooLate');

async function expire(desk: Desk, commandId: CommandId, position: Position): Promise<CommandOutcome | null> {
  const result = await desk.store.refuse(desk.hub.meetingId, position, commandId, tooLate);
  return result.status === 'recorded' ? { status: 'expired' } : await settledElsewhere(desk, result);
}

/** Another copy of the command was first, or another command: then it is decided again. */
async function settledElsewhere(
  desk: Desk,
  result: Exclude<RefuseResult, { readonly status: 'recorded' }>,
): Promise<CommandOutcome | null> {
  switch (result.status) {
    case 'duplicate':
      return duplicate(desk, result.position, result.events);
    case 'refused':
      if (result.refusal === tooLate) return { status: 'expired' };
      // Written above, by this program.
      return { status: 'refused', refusal: JSON.parse(result.refusal) as Refusal, position: result.position };
    case 'conflict':
      await desk.decider.catchUp(result.position);
      return null;
    default:
      return assertNever(result);
  }
}

async function duplicate({ store, hub }: Desk, position: Position, count: number): Promise<CommandOutcome> {
  const events = await store.read(hub.meetingId, position.offset - count, count);
  return { status: 'duplicate', position, events };
}

function afterwards(meeting: Meeting, facts: readonly Fact[], by: Author, at: number): Meeting {
  return facts.reduce((state, fact) => evolve(state, { ...fact, at, by }), meeting);
}
