import { describe, expect, it } from 'vitest';
import { makeOutbox, memoryStorage, type Outbox, type PendingCommand } from '../../client/live/outbox.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';

interface Bench {
  readonly outbox: Outbox;
  readonly sent: string[];
  online: boolean;
  now: number;
  outcomes: OutcomeFrame[];
}

function bench(): Bench {
  let ids = 0;
  const state: Omit<Bench, 'outbox'> & { outbox?: Outbox } = { sent: [], online: true, now: 0, outcomes: [] };
  const outbox = makeOutbox({
    storage: memoryStorage(),
    now: () => state.now,
    newId: () => {
      ids += 1;
      return `c${ids}`;
    },
    transmit(command: PendingCommand) {
      if (state.online) state.sent.push(command.commandId);
      return state.online;
    },
    onChange: () => {},
  });
  return Object.assign(state, { outbox });
}

async function give(at: Bench, expiresInMs = 5_000): Promise<void> {
  void at.outbox.give({ type: 'endStatement' }, expiresInMs).then((outcome) => at.outcomes.push(outcome));
  await Promise.resolve();
}

/** Promises that were settled have told their listeners. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('the outbox', () => {
  it('sends at once and settles with the outcome of the server', async () => {
    const at = bench();
    await give(at);
    expect(at.sent).toEqual(['c1']);
    at.outbox.receive({ k: 'outcome', commandId: 'c1', status: 'refused', code: 'nobodySpeaking' });
    await settled();
    expect(at.outcomes.map(({ status, code }) => [status, code])).toEqual([['refused', 'nobodySpeaking']]);
    expect(at.outbox.pending()).toEqual([]);
  });

  it('sends again with the same id after a reconnection', async () => {
    const at = bench();
    await give(at);
    at.outbox.connected();
    expect(at.sent).toEqual(['c1', 'c1']);
  });

  it('never sends what expired while there was no connection, and says so', async () => {
    const at = bench();
    at.online = false;
    await give(at, 5_000);
    at.now = 5_000;
    at.outbox.tick();
    at.online = true;
    at.outbox.connected();
    await settled();
    expect(at.sent).toEqual([]);
    expect(at.outcomes.map(({ status }) => status)).toEqual(['expired']);
  });

  it('asks the server for the fate of what was sent but not answered, even when its time is up', async () => {
    const at = bench();
    await give(at, 5_000);
    at.now = 60_000;
    at.outbox.tick();
    await settled();
    expect(at.outcomes).toEqual([]);
    at.outbox.connected();
    at.outbox.receive({ k: 'outcome', commandId: 'c1', status: 'duplicate' });
    await settled();
    expect([at.sent, at.outcomes.map(({ status }) => status)]).toEqual([['c1', 'c1'], ['duplicate']]);
  });

  it('takes a fact that names the command for its outcome', async () => {
    const at = bench();
    await give(at);
    at.outbox.committed('c1');
    at.outbox.receive({ k: 'outcome', commandId: 'c1', status: 'duplicate' });
    await settled();
    expect(at.outcomes.map(({ status }) => status)).toEqual(['ok']);
  });

  it('repeats what the server was too busy for, at the next tick and not before', async () => {
    const at = bench();
    await give(at);
    at.outbox.receive({ k: 'outcome', commandId: 'c1', status: 'busy' });
    expect(at.sent).toEqual(['c1']);
    at.outbox.tick();
    at.outbox.tick();
    expect(at.sent).toEqual(['c1', 'c1']);
  });

  it('ignores outcomes of commands that are not its own', () => {
    const at = bench();
    at.outbox.receive({ k: 'outcome', commandId: 'foreign', status: 'ok' });
    expect(at.outbox.pending()).toEqual([]);
  });
});
