import { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Outbox } from '../../server/ws/outbox.ts';

/** A network that takes bytes only when `read` is called. */
function slowNetwork() {
  const pending: (() => void)[] = [];
  let received = 0;
  const socket = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      pending.push(() => {
        received += chunk.length;
        done();
      });
    },
  });
  const drained: number[] = [];
  return {
    socket,
    drained,
    received: () => received,
    async read() {
      for (let take = pending.shift(); take !== undefined; take = pending.shift()) {
        take();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

const kibibyte = Buffer.alloc(1024);

describe('the outbox of one socket', () => {
  it('sends until 64 KiB wait, then nothing more until all is read, and then asks for what was skipped', async () => {
    const network = slowNetwork();
    const outbox = new Outbox(network.socket, { caughtUp: () => void network.drained.push(network.received()) });
    let sent = 0;
    while (outbox.offer(kibibyte)) sent += 1;
    expect(sent).toBe(65);
    expect(outbox.isLagging()).toBe(true);
    expect(outbox.offer(kibibyte)).toBe(false);
    await network.read();
    expect(network.drained).toEqual([65 * 1024]);
    expect(outbox.isLagging()).toBe(false);
    expect(outbox.offer(kibibyte)).toBe(true);
  });

  it('always sends answers, and tells when a mebibyte waits', () => {
    const network = slowNetwork();
    const outbox = new Outbox(network.socket, { caughtUp() {} });
    for (let index = 0; index < 1024; index += 1) outbox.send(kibibyte);
    expect(outbox.isOverfull()).toBe(false);
    outbox.send(kibibyte);
    expect(outbox.isOverfull()).toBe(true);
  });

  it('does not count a large snapshot against a client that has just joined', async () => {
    const network = slowNetwork();
    const outbox = new Outbox(network.socket, { caughtUp() {} });
    outbox.send(Buffer.alloc(3 * 1024 * 1024));
    expect(outbox.isOverfull()).toBe(false);
    await network.read();
    for (let index = 0; index < 1025; index += 1) outbox.send(kibibyte);
    expect(outbox.isOverfull()).toBe(true);
  });
});
