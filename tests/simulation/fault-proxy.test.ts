/** The fault proxy itself: a test that believes in a fault that does not happen proves nothing. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../kit/fault-proxy.ts';
import { until } from '../kit/until.ts';

interface End {
  readonly socket: Socket;
  received(): string;
  /** How it was closed: `null` while it is open. */
  closed(): 'end' | 'reset' | null;
}

describe('the fault proxy', () => {
  let server: Server;
  let proxy: FaultProxy;
  let accepted: End[];
  let ours: End[];

  beforeEach(async () => {
    accepted = [];
    ours = [];
    server = createServer((socket) => void accepted.push(watch(socket)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await startFaultProxy({ port: portOf(server) });
  });
  afterEach(async () => {
    await proxy.close();
    for (const { socket } of [...accepted, ...ours]) socket.destroy();
    server.close();
  });

  function watch(socket: Socket): End {
    let text = '';
    let closed: 'end' | 'reset' | null = null;
    socket.on('data', (bytes: Buffer) => (text += bytes.toString()));
    socket.on('error', () => (closed = 'reset'));
    socket.on('end', () => (closed ??= 'end'));
    socket.on('close', (failed) => (closed ??= failed ? 'reset' : 'end'));
    return { socket, received: () => text, closed: () => closed };
  }

  async function pair(): Promise<{ client: End; far: End }> {
    const before = accepted.length;
    const client = watch(connect(proxy.port, '127.0.0.1'));
    ours.push(client);
    await until('the other end', 2_000, () => accepted.length > before);
    const far = accepted[before];
    if (far === undefined) throw new Error('Expected a connection');
    return { client, far };
  }

  /** So long nothing may come: many times what a byte takes here. */
  async function staysAs(what: () => unknown, ms = 150): Promise<void> {
    const before = what();
    const end = performance.now() + ms;
    await until('the time to pass', ms + 1_000, () => performance.now() > end);
    expect(what()).toEqual(before);
  }

  it('passes bytes both ways, and the end of a stream', async () => {
    const { client, far } = await pair();
    client.socket.write('up');
    far.socket.write('down');
    await until('both', 2_000, () => far.received() === 'up' && client.received() === 'down');
    client.socket.end('last');
    await until('the end', 2_000, () => far.closed() === 'end');
    expect(far.received()).toBe('uplast');
    await until('no connection left', 2_000, () => proxy.connections() === 0);
  });

  it('[SM1] freezes: nothing moves, nothing is lost, nobody is told', async () => {
    const { client, far } = await pair();
    proxy.freeze();
    client.socket.write('up');
    far.socket.end('down');
    await staysAs(() => [far.received(), client.received(), client.closed()]);
    proxy.pass();
    await until('both, late', 2_000, () => far.received() === 'up' && client.received() === 'down' && client.closed() === 'end');
  });

  it('freezes one way only', async () => {
    const { client, far } = await pair();
    proxy.freeze('down');
    far.socket.write('down');
    client.socket.write('up');
    await until('the way up', 2_000, () => far.received() === 'up');
    await staysAs(client.received);
    proxy.pass();
    await until('the way down', 2_000, () => client.received() === 'down');
  });

  it('[SM1] goes half open: bytes are gone, no end sees the other close, and it never heals', async () => {
    const { client, far } = await pair();
    expect(proxy.drop()).toBe(1);
    client.socket.write('lost');
    far.socket.destroy();
    await staysAs(() => [far.received(), client.closed()]);
    proxy.pass();
    client.socket.write('lost too');
    await staysAs(client.closed);
    client.socket.destroy();
    await until('no connection left', 2_000, () => proxy.connections() === 0);
    const fresh = await pair();
    fresh.client.socket.write('new');
    await until('a new connection works', 2_000, () => fresh.far.received() === 'new');
  });

  it('[SM1] resets both ends, and says how many', async () => {
    const pairs = [await pair(), await pair()];
    expect(proxy.reset()).toBe(2);
    for (const { client, far } of pairs) await until('reset', 2_000, () => client.closed() === 'reset' && far.closed() === 'reset');
    expect(proxy.connections()).toBe(0);
  });

  it('passes on a reset of one end', async () => {
    const { client, far } = await pair();
    far.socket.resetAndDestroy();
    await until('reset', 2_000, () => client.closed() === 'reset');
  });

  it('refuses new connections and lets the open ones be', async () => {
    const { client, far } = await pair();
    proxy.refuse();
    const late = watch(connect(proxy.port, '127.0.0.1'));
    ours.push(late);
    await until('refused', 2_000, () => late.closed() !== null);
    client.socket.write('still');
    await until('the open one works', 2_000, () => far.received() === 'still');
    proxy.pass();
    await pair();
  });

  it('resets who comes when nobody listens behind it', async () => {
    server.close();
    const client = watch(connect(proxy.port, '127.0.0.1'));
    ours.push(client);
    await until('reset', 2_000, () => client.closed() === 'reset');
  });

  it('delays in order', async () => {
    const { client, far } = await pair();
    proxy.delay(120);
    const started = performance.now();
    client.socket.write('one ');
    await until('it to leave', 2_000, () => client.socket.writableLength === 0);
    client.socket.write('two');
    await until('both', 2_000, () => far.received() === 'one two');
    expect(performance.now() - started).toBeGreaterThanOrEqual(119);
  });

  it('throttles, and loses nothing when it ends', async () => {
    const { client, far } = await pair();
    proxy.throttle(10_000);
    const text = 'x'.repeat(20_000);
    client.socket.write(text);
    await staysAs(() => far.received().length < 10_000);
    proxy.pass();
    await until('all of it', 2_000, () => far.received() === text);
  });

  it('[SM1] keeps backpressure: who does not read is felt by who writes', async () => {
    const { client, far } = await pair();
    far.socket.pause();
    const block = Buffer.alloc(1024 * 1024);
    let taken = 0;
    const write = (): void => void client.socket.write(block, () => (taken += 1));
    for (let index = 0; index < 64; index += 1) write();
    await staysAs(() => taken < 32, 300);
    far.socket.resume();
    await until('the rest', 10_000, () => taken === 64);
  });

  it('leads new connections elsewhere', async () => {
    const other = createServer((socket) => socket.end('other'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    proxy.retarget(portOf(other));
    const client = watch(connect(proxy.port, '127.0.0.1'));
    ours.push(client);
    await until('the other answer', 2_000, () => client.received() === 'other');
    other.close();
  });
});

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port');
  return address.port;
}
