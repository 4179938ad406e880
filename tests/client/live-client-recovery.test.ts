/** What a client does about pictures that may be old, and about commands whose fate is not known. */
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../client/live/outbox.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';
import { fakeNetwork } from './fake-network.ts';
import { type Bench, goLive, meeting, position, sentKinds, start, welcome } from './live-client-bench.ts';

describe('a picture that may be old', () => {
  it('[RT27] is not live when its beacons come late: what comes over such a line tells of the past', () => {
    const { network, client } = start();
    goLive(network);
    network.deliver({ k: 'time', a: 0, b: 0, c: 0 });
    for (let second = 1; second <= 3; second += 1) {
      network.advance(1_000);
      network.deliver({ k: 'beacon', position, n: 1, time: network.now() });
    }
    expect(client.view().status).toBe('live');
    network.advance(1_000);
    network.deliver({ k: 'beacon', position, n: 1, time: 1_400 });
    expect([client.view().status, client.view().trueUntil]).toEqual(['notLive', 3_000]);
    network.advance(1_000);
    network.deliver({ k: 'beacon', position, n: 1, time: network.now() });
    expect([client.view().status, network.sockets.length]).toEqual(['live', 1]);
  });

  it('[RT27] is live again with the next probe when it was only the clock of the store that stepped', () => {
    for (const step of [-3_600_000, 3_600_000]) {
      const { network, client } = start();
      goLive(network);
      network.deliver({ k: 'time', a: 0, b: 0, c: 0 });
      network.advance(1_000);
      network.deliver({ k: 'beacon', position, n: 1, time: network.now() + step });
      const a = network.now();
      network.deliver({ k: 'time', a, b: a + step, c: a + step });
      network.advance(1_000);
      network.deliver({ k: 'beacon', position, n: 1, time: network.now() + step });
      expect([client.view().status, client.now()]).toEqual(['live', network.now() + step]);
    }
  });

  it('[RT27] is not live as soon as it is looked at after a silence, whether or not a timer has run', () => {
    let stopped = 0;
    const network = fakeNetwork();
    const { client } = start('chair', null, { network: { ...network, ports: { ...network.ports, now: () => network.now() + stopped } } });
    goLive(network);
    stopped = 2_499;
    expect(client.view().status).toBe('live');
    stopped = 2_500;
    expect(client.view().status).toBe('notLive');
  });
});

describe('sleep', () => {
  it('[RT28] is noticed by the wall clock before a message that waited meanwhile is believed', () => {
    let slept = 0;
    const network = fakeNetwork();
    const { client } = start('chair', null, { network, wallClock: () => network.now() + slept });
    goLive(network);
    slept = 60_000;
    network.deliver({ k: 'beacon', position, n: 1, time: network.now() });
    expect([client.view().status, network.sockets.length]).toEqual(['notLive', 2]);
    goLive(network);
    network.deliver({ k: 'beacon', position, n: 1, time: network.now() });
    expect([client.view().status, network.sockets.length]).toEqual(['live', 2]);
  });

  it('[RT28] is noticed when the page asks before it draws, and only once', () => {
    let slept = 0;
    const network = fakeNetwork();
    const { client } = start('chair', null, { network, wallClock: () => network.now() + slept });
    goLive(network);
    client.notice();
    expect(client.view().status).toBe('live');
    slept = 60_000;
    client.notice();
    client.notice();
    expect([client.view().status, network.sockets.length]).toEqual(['notLive', 2]);
  });
});

describe('a page where nobody sits', () => {
  it('[RT30] asks again every 15 s whether it may come in, and says why it does not meanwhile', async () => {
    for (const bench of [start('output', 'denied'), start('display', 'denied'), start('webcast', 'denied', { unattended: true })]) {
      const { network, client } = bench;
      network.drop(1006);
      await Promise.resolve();
      await Promise.resolve();
      const before = network.sockets.length;
      network.advance(14_999);
      expect([client.view().status, client.view().reason, network.sockets.length]).toEqual(['stopped', 'denied', before]);
      network.advance(1);
      expect([client.view().reason, network.sockets.length]).toEqual(['denied', before + 1]);
      goLive(network);
      expect([client.view().status, client.view().reason]).toEqual(['live', null]);
      client.close();
    }
  });

  it('[RT30] does so too after its link was replaced', () => {
    const { network, client } = start('output');
    goLive(network);
    network.drop(closeCodes.sessionEnded.code);
    expect(client.view().status).toBe('stopped');
    network.advance(15_000);
    expect(network.sockets).toHaveLength(2);
  });

  it('[RT30] stops asking when it is closed', () => {
    const { network, client } = start('output');
    network.drop(closeCodes.sessionEnded.code);
    client.close();
    network.advance(60_000);
    expect(network.sockets).toHaveLength(1);
  });
});

describe('presence', () => {
  it('[UI11] is known from the first frame that tells it until the connection is lost', () => {
    const { network, client } = start();
    goLive(network);
    expect(client.view().presence).toBeNull();
    network.deliver({ k: 'presence', stations: { 'booth:fr': 2 } });
    expect(client.view().presence).toEqual({ 'booth:fr': 2 });
    network.drop(1006);
    expect(client.view().presence).toBeNull();
  });
});

describe('an acknowledged command that another history does not hold', () => {
  const elsewhere = { epoch: 2, offset: 9, hash: 'other' };

  function failOver(protocol: string | undefined): Bench {
    const bench = start();
    const { network, client } = bench;
    goLive(network);
    void client.give({ type: 'endStatement' }, 5_000, 'Albania');
    network.deliver({ k: 'outcome', commandId: 'command-1', status: 'ok', position: { epoch: 1, offset: 11, hash: 'h11' } });
    network.drop(1006);
    network.advance(250);
    if (protocol !== undefined) Object.assign(network.sockets.at(-1) ?? {}, { protocol });
    network.deliver(welcome);
    network.deliver({ k: 'snapshot', position: elsewhere, n: 1, meeting });
    network.deliver({ k: 'live', position: elsewhere, n: 1 });
    return bench;
  }

  it('[RT26] is asked about and named as lost, and given again only as another command', () => {
    const { network, client } = failOver('rostrum.v2');
    expect(network.sockets.at(-1)?.received.at(-1)).toEqual({ k: 'status', commandIds: ['command-1'] });
    network.deliver({ k: 'status', committed: [], unknown: ['command-1'] });
    expect(client.view().lost.map(({ commandId, about }) => [commandId, about])).toEqual([['command-1', 'Albania']]);
    client.dismissLost(['command-1']);
    void client.give({ type: 'endStatement' }, 5_000);
    expect(network.sockets.at(-1)?.received.at(-1)).toMatchObject({ k: 'command', commandId: 'command-2' });
    expect(client.view().lost).toEqual([]);
  });

  it('[RT26] is not asked about at a server of the first version', () => {
    for (const protocol of [undefined, 'rostrum.v1']) {
      const { network, client } = failOver(protocol);
      client.tick();
      expect(sentKinds(network)).not.toContain('status');
      expect(client.view().lost).toEqual([]);
    }
  });
});

describe('a reload', () => {
  it('[RT24] finds the commands without outcome, sends those that were sent again under the same id, and says what became of them', () => {
    const storage = memoryStorage();
    const before = start('chair', null, { storage });
    goLive(before.network);
    void before.client.give({ type: 'endStatement' }, 5_000, 'Albania');
    before.client.close();
    const { network, client } = start('chair', null, { storage });
    expect(client.view().pending.map(({ commandId }) => commandId)).toEqual(['command-1']);
    expect(sentKinds(network)).not.toContain('command');
    goLive(network);
    expect(network.sockets[0]?.received.at(-1)).toMatchObject({ k: 'command', commandId: 'command-1', type: 'endStatement' });
    network.deliver({ k: 'outcome', commandId: 'command-1', status: 'expired', code: 'expired' });
    expect(client.view().earlier.map(({ command, outcome }) => [command.about, outcome?.status])).toEqual([['Albania', 'expired']]);
    expect(client.view().pending).toEqual([]);
  });
});

describe('a text that is too long for the socket', () => {
  it('is posted, repeated while the server cannot deal with it, and settled like the others', async () => {
    const answers: OutcomeFrame['status'][] = ['unavailable', 'ok'];
    const posted: string[] = [];
    const { network, client } = start('chair', null, {
      async post({ commandId }) {
        posted.push(commandId);
        return { k: 'outcome', commandId, status: answers.shift() ?? 'ok' };
      },
    });
    goLive(network);
    const outcome = client.give({ type: 'setScript', entryId: 'e1', language: 'en', text: 'A text', status: 'received' }, 60_000);
    await Promise.resolve();
    await Promise.resolve();
    expect(client.view().pending).toHaveLength(1);
    client.tick();
    expect((await outcome).status).toBe('ok');
    expect([posted, sentKinds(network).includes('command')]).toEqual([['command-1', 'command-1'], false]);
  });
});
