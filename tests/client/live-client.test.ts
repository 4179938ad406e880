import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { goLive, meeting, position, sentKinds, start, welcome } from './live-client-bench.ts';

describe('the connection of a station', () => {
  it('says hello after the welcome, probes the clock, and is live after the end of recovery', () => {
    const { network, client } = start();
    expect(client.view().status).toBe('connecting');
    goLive(network);
    expect(sentKinds(network)).toEqual(['hello', 'time']);
    expect([client.view().status, client.view().rights]).toEqual(['live', ['endStatement']]);
  });

  it('is not live after two and a half beacons of silence, and opens another socket', () => {
    const { network, client } = start();
    goLive(network);
    network.advance(2_499);
    expect(client.view().status).toBe('live');
    network.advance(1);
    expect([client.view().status, network.sockets[0]?.closed]).toEqual(['notLive', true]);
    network.advance(250);
    expect(network.sockets).toHaveLength(2);
  });

  it('stays live as long as beacons come', () => {
    const { network, client } = start();
    goLive(network);
    for (let beat = 0; beat < 10; beat += 1) {
      network.advance(1_000);
      network.deliver({ k: 'beacon', position, n: 1, time: network.now() });
    }
    expect([client.view().status, network.sockets.length]).toEqual(['live', 1]);
  });

  it('is not live at once when the socket closes, knows until when its picture was true, and resumes from its place', () => {
    const { network, client } = start();
    goLive(network);
    network.advance(1_000);
    network.deliver({ k: 'beacon', position, n: 1, time: 1_000 });
    network.advance(700);
    network.drop(1006);
    expect([client.view().status, client.view().trueUntil, client.view().meeting?.id]).toEqual(['notLive', 1_000, 'm1']);
    network.advance(250);
    network.deliver(welcome);
    expect(network.sockets[1]?.received[0]).toMatchObject({ k: 'hello', position });
  });

  it('ignores what a socket that was given up still delivers', () => {
    const { network, client } = start();
    goLive(network);
    const old = network.sockets[0];
    network.advance(3_000);
    old?.onmessage?.({ data: JSON.stringify({ k: 'live', position, n: 1 }) });
    expect(client.view().status).toBe('notLive');
  });

  it('waits as long as a server that says goodbye asks', () => {
    const { network } = start();
    goLive(network);
    network.deliver({ k: 'bye', code: closeCodes.draining.code, retryMs: 1_500 });
    network.drop(closeCodes.draining.code);
    network.advance(1_499);
    expect(network.sockets).toHaveLength(1);
    network.advance(1);
    expect(network.sockets).toHaveLength(2);
  });

  it('stops for good, with the reason, when the server says that trying again is useless', () => {
    for (const [code, reason] of [
      [closeCodes.sessionEnded.code, 'newSession'],
      [closeCodes.takenOver.code, 'takenOver'],
      [closeCodes.version.code, 'version'],
      [closeCodes.denied.code, 'denied'],
    ] as const) {
      const { network, client } = start();
      goLive(network);
      network.drop(code);
      network.advance(60_000);
      expect([client.view().status, client.view().reason, network.sockets.length]).toEqual(['stopped', reason, 1]);
    }
  });

  it('asks why when it was never let in, and stops when there is a reason', async () => {
    const { network, client } = start('chair', 'denied');
    network.drop(1006);
    await Promise.resolve();
    await Promise.resolve();
    network.advance(60_000);
    expect([client.view().status, client.view().reason, network.sockets.length]).toEqual(['stopped', 'denied', 1]);
  });

  it('gives up a socket that never says welcome', () => {
    const { network } = start();
    network.advance(5_000);
    expect(network.sockets[0]?.closed).toBe(true);
    network.advance(250);
    expect(network.sockets).toHaveLength(2);
  });

  it('opens a new socket at once after sleep, before it shows anything as live', () => {
    const { network, client } = start();
    goLive(network);
    client.wake();
    expect([client.view().status, network.sockets.length, network.sockets[0]?.closed]).toEqual(['notLive', 2, true]);
  });
});

describe('commands over the connection', () => {
  it('wait for a live picture and leave when there is one', () => {
    const { network, client } = start();
    void client.give({ type: 'endStatement' }, 5_000);
    network.deliver(welcome);
    expect(sentKinds(network)).not.toContain('command');
    network.deliver({ k: 'snapshot', position, n: 1, meeting });
    network.deliver({ k: 'live', position, n: 1 });
    expect(network.sockets[0]?.received.at(-1)).toEqual({ k: 'command', commandId: 'command-1', expires: 5_000, type: 'endStatement' });
  });

  it('given while disconnected expire instead of being carried out late', async () => {
    const { network, client } = start();
    goLive(network);
    network.drop(1006);
    const outcome = client.give({ type: 'endStatement' }, 5_000);
    for (let second = 0; second < 30; second += 1) {
      network.advance(1_000);
      client.tick();
    }
    network.deliver(welcome);
    network.deliver({ k: 'live', position, n: 1 });
    expect((await outcome).status).toBe('expired');
    expect(sentKinds(network)).not.toContain('command');
  });

  it('whose answer was lost go out again under the same id', () => {
    const { network, client } = start();
    goLive(network);
    void client.give({ type: 'endStatement' }, 5_000);
    network.drop(1006);
    network.advance(250);
    network.deliver(welcome);
    network.deliver({ k: 'live', position, n: 1 });
    expect(network.sockets[1]?.received.filter(({ k }) => k === 'command')).toHaveLength(1);
    expect(network.sockets[1]?.received.at(-1)).toMatchObject({ k: 'command', commandId: 'command-1' });
  });
});
