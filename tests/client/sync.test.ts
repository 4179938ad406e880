import { describe, expect, it } from 'vitest';
import { connected, disconnected, emptySync, receive, type Step, type SyncFrame, type SyncState } from '../../client/live/sync.ts';
import { emptyMeeting } from '../../shared/domain/evolve.ts';
import type { MeetingEvent } from '../../shared/domain/events.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { EventFrame } from '../../shared/protocol/down.ts';
import type { Position } from '../../shared/protocol/position.ts';

/** The list is open in the picture; events close and open it, so that what was applied can be seen. */
const meeting: Meeting = { ...emptyMeeting, id: 'm1', status: 'running', listOpen: true };
const at = (offset: number, hash = `h${offset}`, epoch = 1): Position => ({ epoch, offset, hash });
const closes: MeetingEvent = { type: 'listClosed', at: 1_000, by: 'chair' };
const opens: MeetingEvent = { type: 'listOpened', at: 2_000, by: 'chair' };
const event = (offset: number, n: number, what: MeetingEvent = closes, position = at(offset)): EventFrame => ({
  k: 'event',
  position,
  n,
  event: what,
});

function run(start: SyncState, frames: readonly SyncFrame[]): Step {
  return frames.reduce<Step>(
    (step, frame) => {
      const next = receive(step.state, frame);
      return { state: next.state, actions: [...step.actions, ...next.actions] };
    },
    { state: start, actions: [] },
  );
}

/** A station that is live at offset 10, delivery 5. */
function liveAt10(audience: 'staff' | 'public' = 'staff'): SyncState {
  return run(connected(emptySync(audience)).state, [
    { k: 'snapshot', position: at(10), n: 5, meeting },
    { k: 'live', position: at(10), n: 5 },
  ]).state;
}

describe('joining', () => {
  it('asks for everything the first time and is live only after the end of recovery', () => {
    const asked = connected(emptySync('staff'));
    expect(asked.actions).toEqual([{ type: 'hello', position: null }]);
    const filled = run(asked.state, [{ k: 'snapshot', position: at(10), n: 5, meeting }]).state;
    expect([filled.meeting?.id, filled.live]).toEqual(['m1', false]);
    expect(run(filled, [{ k: 'live', position: at(10), n: 5 }]).state.live).toBe(true);
  });

  it('asks only for what it missed after a reconnection, and applies that by the place in the log', () => {
    const back = connected(disconnected(liveAt10()));
    expect(back.actions).toEqual([{ type: 'hello', position: at(10) }]);
    const caught = run(back.state, [event(11, 900), event(12, 901, opens), { k: 'live', position: at(12), n: 77 }]);
    expect([caught.state.live, caught.state.n, caught.state.position?.offset, caught.actions]).toEqual([true, 77, 12, []]);
  });

  it('keeps its picture, marked as not live, while there is no socket, and applies nothing', () => {
    const gone = disconnected(liveAt10());
    expect([gone.live, gone.meeting?.id]).toEqual([false, 'm1']);
    expect(receive(gone, event(11, 6)).state).toBe(gone);
  });
});

describe('events while live', () => {
  it('are applied in order', () => {
    const { state, actions } = run(liveAt10(), [event(11, 6), event(12, 7, opens)]);
    expect([state.meeting?.listOpen, state.position?.offset, state.n, state.live, actions]).toEqual([true, 12, 7, true, []]);
  });

  it('that come twice are ignored', () => {
    const once = run(liveAt10(), [event(11, 6)]).state;
    expect(receive(once, event(11, 6)).state).toBe(once);
  });

  it('with a gap before them stop the live picture and ask again from the last known place', () => {
    const { state, actions } = run(liveAt10(), [event(12, 7, opens)]);
    expect([state.live, actions]).toEqual([false, [{ type: 'hello', position: at(10) }]]);
  });

  it('that were on their way when a gap was noticed are not applied over it', () => {
    const { state } = run(liveAt10(), [event(12, 7, opens), event(13, 8)]);
    expect([state.position?.offset, state.meeting?.listOpen]).toEqual([10, true]);
    const healed = run(state, [event(11, 6), event(12, 7, opens), event(13, 8), { k: 'live', position: at(13), n: 8 }]);
    expect([healed.state.live, healed.state.position?.offset, healed.state.meeting?.listOpen, healed.actions]).toEqual([
      true,
      13,
      false,
      [],
    ]);
  });

  it('of another epoch or another hash ask for everything', () => {
    for (const position of [at(11, 'h11', 2), at(10, 'other')]) {
      const { state, actions } = run(liveAt10(), [event(position.offset, 6, closes, position)]);
      expect([state.live, actions]).toEqual([false, [{ type: 'hello', position: null }]]);
    }
  });

  it('that are next by count but old by place betray another history', () => {
    expect(run(liveAt10(), [event(9, 6)]).actions).toEqual([{ type: 'hello', position: null }]);
  });
});

describe('a hole that the counter does not show', () => {
  it('[RT31] is found by the place in the log, for staff, who get all of it', () => {
    const byEvent = run(liveAt10(), [event(12, 6)]);
    expect([byEvent.state.live, byEvent.state.position?.offset, byEvent.actions]).toEqual([
      false,
      10,
      [{ type: 'hello', position: at(10) }],
    ]);
    const byBeacon = run(liveAt10(), [{ k: 'beacon', position: at(11), n: 5, time: 1 }]);
    expect([byBeacon.state.live, byBeacon.state.position?.offset, byBeacon.actions]).toEqual([
      false,
      10,
      [{ type: 'hello', position: at(10) }],
    ]);
  });

  it('[RT31] is not assumed for the public: a beacon further on with the same counter only moves its place', () => {
    const { state, actions } = run(liveAt10('public'), [{ k: 'beacon', position: at(13), n: 5, time: 1 }]);
    expect([state.live, state.position?.offset, actions]).toEqual([true, 13, []]);
  });

  it('[RT31] makes the end of a recovery with another counter worthless to the public, also with a lower one', () => {
    for (const n of [4, 6]) {
      const stale = run(liveAt10('public'), [{ k: 'stale', since: 1, why: 'catchingUp' }]).state;
      const { state, actions } = run(stale, [{ k: 'live', position: at(10), n }]);
      expect([state.live, actions]).toEqual([false, [{ type: 'hello', position: null }]]);
    }
  });
});

describe('a snapshot that is older than what was shown', () => {
  const older: SyncFrame = { k: 'snapshot', position: at(8), n: 2, meeting: { ...meeting, listOpen: false } };
  const live: SyncFrame = { k: 'live', position: at(8), n: 2 };
  const beacon: SyncFrame = { k: 'beacon', position: at(8), n: 2, time: 1 };

  it('[RT29] after a reconnection is not taken: a process may lag, and is asked again at each beacon', () => {
    const back = connected(disconnected(liveAt10())).state;
    const { state, actions } = run(back, [older, live, beacon]);
    expect([state.live, state.position?.offset, actions]).toEqual([false, 10, [{ type: 'hello', position: at(10) }]]);
    const caughtUp = run(state, [{ k: 'live', position: at(10), n: 7 }]).state;
    expect([caughtUp.live, caughtUp.meeting?.listOpen, caughtUp.history]).toEqual([true, true, 0]);
  });

  it('[RT29] is taken when the log proves to be that short, as another history', () => {
    const back = connected(disconnected(liveAt10())).state;
    const { state } = run(back, [older, live, beacon, older, live, beacon, older, live, beacon, older, live]);
    expect([state.live, state.position?.offset, state.meeting?.listOpen, state.history]).toEqual([true, 8, false, 1]);
  });

  it('[RT29] is taken at once when the connection that was followed told of another history', () => {
    const { state } = run(liveAt10(), [beacon, older, live]);
    expect([state.live, state.position?.offset]).toEqual([true, 8]);
    expect(state.history).toBeGreaterThan(0);
  });

  it('[RT29] of a newer epoch is another history, and no doubt', () => {
    const back = connected(disconnected(liveAt10())).state;
    const position = at(8, 'h8', 2);
    const { state } = run(back, [
      { k: 'snapshot', position, n: 2, meeting },
      { k: 'live', position, n: 2 },
    ]);
    expect([state.live, state.position, state.history]).toEqual([true, position, 1]);
  });

  it('[RT29] of an epoch that is over is not taken either', () => {
    const now = run(connected(emptySync('staff')).state, [
      { k: 'snapshot', position: at(10, 'h10', 2), n: 5, meeting },
      { k: 'live', position: at(10, 'h10', 2), n: 5 },
    ]).state;
    const back = connected(disconnected(now)).state;
    expect(
      run(back, [
        { k: 'snapshot', position: at(12), n: 2, meeting },
        { k: 'live', position: at(12), n: 2 },
      ]).state.live,
    ).toBe(false);
  });
});

describe('frames of a former recovery', () => {
  it('do not make live what was asked for anew', () => {
    const asked = run(liveAt10(), [event(11, 6, closes, at(11, 'h11', 2))]).state;
    const { state } = run(asked, [{ k: 'live', position: at(10), n: 5 }, event(11, 6), { k: 'live', position: at(11), n: 6 }]);
    expect([state.live, state.position?.offset]).toEqual([false, 10]);
  });

  it('that bring a whole picture bring a true one, and the next answer confirms it', () => {
    const asked = run(liveAt10(), [event(12, 7)]).state;
    const answers: readonly SyncFrame[] = [
      { k: 'snapshot', position: at(12), n: 7, meeting },
      { k: 'live', position: at(12), n: 7 },
      event(11, 6),
      event(12, 7),
      { k: 'live', position: at(12), n: 7 },
    ];
    const { state, actions } = run(asked, answers);
    expect([state.live, state.position?.offset, state.n, actions]).toEqual([true, 12, 7, []]);
  });
});

describe('a public display, whose log is filtered', () => {
  it('accepts offsets with holes when the delivery counter has none', () => {
    const { state, actions } = run(liveAt10('public'), [event(14, 6), event(19, 7, opens)]);
    expect([state.live, state.position?.offset, actions]).toEqual([true, 19, []]);
  });

  it('fetches everything after a gap, since what is on its way could not be told from the answer', () => {
    const { state, actions } = run(liveAt10('public'), [event(19, 8)]);
    expect([state.live, actions]).toEqual([false, [{ type: 'hello', position: null }]]);
    expect(receive(state, event(20, 9)).state.position?.offset).toBe(10);
  });

  it('is live at a place beyond its last event', () => {
    const back = connected(disconnected(liveAt10('public'))).state;
    const { state } = run(back, [event(14, 1), { k: 'live', position: at(20), n: 9 }]);
    expect([state.live, state.position?.offset]).toEqual([true, 20]);
  });
});

describe('beacons', () => {
  it('that agree change nothing', () => {
    const live = liveAt10();
    expect(receive(live, { k: 'beacon', position: at(10), n: 5, time: 1 }).state).toBe(live);
  });

  it('reveal that the last event was lost', () => {
    const { state, actions } = run(liveAt10(), [{ k: 'beacon', position: at(11), n: 6, time: 1 }]);
    expect([state.live, actions]).toEqual([false, [{ type: 'hello', position: at(10) }]]);
  });

  it('of a history that was cut ask for everything', () => {
    expect(run(liveAt10(), [{ k: 'beacon', position: at(9), n: 5, time: 1 }]).actions).toEqual([{ type: 'hello', position: null }]);
  });

  it('repeat a hello that nobody answered', () => {
    const asked = connected(emptySync('staff')).state;
    const beacon: SyncFrame = { k: 'beacon', position: at(10), n: 5, time: 1 };
    expect(run(asked, [beacon, beacon]).actions).toEqual([]);
    expect(run(asked, [beacon, beacon, beacon]).actions).toEqual([{ type: 'hello', position: null }]);
  });
});

describe('the end of recovery', () => {
  it('is refused when the log has more than was received', () => {
    const back = connected(disconnected(liveAt10())).state;
    const { state, actions } = run(back, [event(11, 1), { k: 'live', position: at(13), n: 9 }]);
    expect([state.live, actions]).toEqual([false, [{ type: 'hello', position: null }]]);
  });

  it('is refused when the hash at the same place is another', () => {
    const back = connected(disconnected(liveAt10())).state;
    expect(run(back, [{ k: 'live', position: at(10, 'forged'), n: 9 }]).actions).toEqual([{ type: 'hello', position: null }]);
  });
});

describe('a store that is away', () => {
  it('makes the picture not live until the next end of recovery', () => {
    const stale = run(liveAt10(), [{ k: 'stale', since: 1, why: 'storeUnavailable' }]).state;
    expect(stale.live).toBe(false);
    expect(run(stale, [{ k: 'live', position: at(10), n: 5 }]).state.live).toBe(true);
  });

  it('does not hide an event that was lost meanwhile', () => {
    const stale = run(liveAt10(), [{ k: 'stale', since: 1, why: 'catchingUp' }]).state;
    const { state, actions } = run(stale, [event(12, 7)]);
    expect([state.live, actions]).toEqual([false, [{ type: 'hello', position: at(10) }]]);
  });
});
