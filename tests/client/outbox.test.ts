import { describe, expect, it } from 'vitest';
import {
  type KeptCommand,
  makeOutbox,
  memoryStorage,
  type Outbox,
  type OutboxStorage,
  type PendingCommand,
} from '../../client/live/outbox.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';

interface Bench {
  readonly outbox: Outbox;
  readonly sent: string[];
  online: boolean;
  now: number;
  outcomes: OutcomeFrame[];
}

function bench(storage: OutboxStorage = memoryStorage()): Bench {
  let ids = 0;
  const state: Omit<Bench, 'outbox'> & { outbox?: Outbox } = { sent: [], online: true, now: 0, outcomes: [] };
  const outbox = makeOutbox({
    storage,
    now: () => state.now,
    newId: () => {
      ids += 1;
      return `c${ids}`;
    },
    transmit(command: PendingCommand) {
      if (state.online) state.sent.push(command.commandId);
      return state.online;
    },
    onSettled: ({ commandId }) => storage.forget([commandId]),
    onChange: () => {},
  });
  return Object.assign(state, { outbox });
}

async function give(at: Bench, expiresInMs = 5_000): Promise<void> {
  void at.outbox.give({ type: 'endStatement' }, expiresInMs, null).then((outcome) => at.outcomes.push(outcome));
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
    at.outbox.committed('c1', { epoch: 1, offset: 1, hash: 'h1' });
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

function keptIn(storage: OutboxStorage): readonly KeptCommand[] {
  const found: KeptCommand[] = [];
  storage.adopt((left) => found.push(...left));
  return found;
}

describe('what the outbox keeps', () => {
  it('is there as soon as the command is given, says whether it was sent, and goes with the outcome', async () => {
    const storage = memoryStorage();
    const at = bench(storage);
    await give(at);
    expect(keptIn(storage).map(({ commandId, sent, state }) => [commandId, sent, state])).toEqual([['c1', true, 'pending']]);
    at.online = false;
    await give(at);
    expect(keptIn(storage).map(({ commandId, sent }) => [commandId, sent])).toEqual([
      ['c1', true],
      ['c2', false],
    ]);
    at.outbox.receive({ k: 'outcome', commandId: 'c1', status: 'ok' });
    expect(keptIn(storage).map(({ commandId }) => commandId)).toEqual(['c2']);
  });
});

describe('[RT24] commands of a page that was reloaded', () => {
  const left = (commandId: string, sent: boolean): PendingCommand => ({
    commandId,
    command: { type: 'endStatement' },
    about: 'Albania',
    givenAt: 0,
    expires: 5_000,
    sent,
  });

  it('go out again under the same id when they were sent, and say what became of them', () => {
    const at = bench();
    at.now = 60_000;
    at.outbox.adopt([left('old', true)]);
    expect([at.sent, at.outbox.earlier().map(({ outcome }) => outcome)]).toEqual([['old'], [null]]);
    at.outbox.receive({ k: 'outcome', commandId: 'old', status: 'duplicate' });
    expect(at.outbox.earlier().map(({ command, outcome }) => [command.about, outcome?.status])).toEqual([['Albania', 'duplicate']]);
    at.outbox.dismissEarlier();
    expect([at.outbox.earlier(), at.outbox.pending()]).toEqual([[], []]);
  });

  it('expire without being sent when their time was up before they left', () => {
    const at = bench();
    at.now = 5_000;
    at.outbox.adopt([left('old', false)]);
    expect([at.sent, at.outbox.earlier().map(({ outcome }) => outcome?.status)]).toEqual([[], ['expired']]);
  });

  it('leave late when there is still time, and wait for a connection like all others', () => {
    const at = bench();
    at.online = false;
    at.outbox.adopt([left('old', false)]);
    expect(at.sent).toEqual([]);
    at.online = true;
    at.outbox.connected();
    expect(at.sent).toEqual(['old']);
  });

  it('are not taken twice, and cannot be dismissed before they are settled', () => {
    const at = bench();
    at.outbox.adopt([left('old', true)]);
    at.outbox.adopt([left('old', true)]);
    at.outbox.dismissEarlier();
    expect([at.outbox.pending().length, at.outbox.earlier().length]).toEqual([1, 1]);
  });
});
