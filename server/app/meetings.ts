/** The meetings of this house: made from a plan, listed, found. */
import { randomBytes } from 'node:crypto';
import { checkPlan } from '../../shared/domain/check-plan.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { nowFields } from '../../shared/domain/now-fields.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import type { Refusal } from '../../shared/domain/refusals.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { StoreClock } from '../lib/clock.ts';
import type { Directory } from '../store/directory.ts';
import { type EventStore, noPosition } from '../store/event-store.ts';
import type { Hubs } from './hubs.ts';
import { loadMeeting } from './load-meeting.ts';

export interface MeetingSummary {
  readonly id: MeetingId;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly status: Meeting['status'];
}

export interface Meetings {
  list(): Promise<readonly MeetingSummary[]>;
  /** `wantedId`: for the sample, whose address does not change; it must be free. Otherwise the id is made from the title. */
  create(plan: MeetingPlan, wantedId?: MeetingId): Promise<Result<MeetingId, Refusal>>;
  /** With all its texts and links. Pages that show it are told, in every process within about a second. */
  remove(meetingId: MeetingId): Promise<void>;
}

export interface MeetingsDeps {
  readonly store: EventStore;
  readonly directory: Directory;
  readonly clock: StoreClock;
  readonly hubs: Hubs;
}

export function createMeetings({ store, directory, clock, hubs }: MeetingsDeps): Meetings {
  /** False when there is a meeting of that id already. */
  async function begin(meetingId: MeetingId, plan: MeetingPlan): Promise<boolean> {
    const fact = { type: 'meetingPlanned', meetingId, plan } as const;
    const at = clock.now();
    const after = evolve(emptyMeeting, { ...fact, at, by: 'admin' });
    const commandId = `plan-${randomBytes(16).toString('hex')}`;
    const commit = { commandId, by: 'admin', expires: null, facts: [fact], now: nowFields(after, at) } as const;
    // Its name is not given out again while old pages of it may be open.
    if (await store.isRemoved(meetingId)) return false;
    // Listed first: a crash in between leaves a name without a log, which the list leaves out, and not a log without a name.
    await directory.addMeeting(meetingId);
    const result = await store.append(meetingId, noPosition, commit);
    return result.status === 'committed';
  }

  async function summaryOf(meetingId: MeetingId): Promise<MeetingSummary | null> {
    const open = hubs.all().find((hub) => hub.meetingId === meetingId);
    const meeting = open?.state().meeting ?? (await loadMeeting(store, meetingId))?.meeting;
    return meeting === undefined ? null : { id: meetingId, title: meeting.title, date: meeting.date, status: meeting.status };
  }

  return {
    async list() {
      const summaries: MeetingSummary[] = [];
      for (const meetingId of await directory.listMeetings()) {
        const summary = await summaryOf(meetingId);
        if (summary !== null) summaries.push(summary);
      }
      return summaries.toSorted((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
    },
    async create(plan, wantedId) {
      const checked = checkPlan(plan);
      if (!checked.ok) return checked;
      const name = wantedId ?? idFromTitle(checked.value);
      if (await begin(name, checked.value)) return ok(name);
      if (wantedId !== undefined) return ok(wantedId);
      const free = `${name.slice(0, longestId - 9)}-${randomBytes(4).toString('hex')}`;
      if (!(await begin(free, checked.value))) throw new Error(`Expected ${free} to be a free meeting id`);
      return ok(free);
    },
    async remove(meetingId) {
      // The texts first: what comes after can be repeated by who finds the meeting still listed.
      await store.remove(meetingId);
      await directory.removeMeeting(meetingId);
    },
  };
}

const longestId = 64;

export function isMeetingId(text: string): text is MeetingId {
  return /^[a-z0-9-]{1,64}$/.test(text);
}

/** Latin letters and digits of the title, then the date: readable in an address, and safe there. */
function idFromTitle({ shortTitle, title, date }: MeetingPlan): MeetingId {
  const words = (shortTitle ?? title)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId - date.length - 1)
    .replace(/^-+|-+$/g, '');
  return `${words === '' ? 'meeting' : words}-${date}`;
}
