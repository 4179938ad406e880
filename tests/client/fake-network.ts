/** A server end, a clock and a dice that a test moves by hand. */
import type { SocketLike, SocketPorts } from '../../client/live/socket.ts';
import type { Down } from '../../shared/protocol/down.ts';
import type { Up } from '../../shared/protocol/up.ts';
import { must } from '../../shared/lib/assert.ts';

export interface FakeSocket extends SocketLike {
  readonly received: Up[];
  closed: boolean;
}

export interface FakeNetwork {
  readonly ports: SocketPorts;
  readonly sockets: FakeSocket[];
  now(): number;
  /** Runs everything that falls due, in order. */
  advance(ms: number): void;
  /** From the server, on the newest socket. */
  deliver(frame: Down): void;
  /** The newest socket closes. */
  drop(code: number): void;
}

export function fakeNetwork(random = 0.5): FakeNetwork {
  const sockets: FakeSocket[] = [];
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const newest = (): FakeSocket => must(sockets.at(-1), 'a socket that was opened');

  function open(): FakeSocket {
    const socket: FakeSocket = {
      received: [],
      closed: false,
      onmessage: null,
      onclose: null,
      send: (text) => void socket.received.push(JSON.parse(text)),
      close: () => {
        socket.closed = true;
      },
    };
    sockets.push(socket);
    return socket;
  }

  return {
    sockets,
    now: () => now,
    ports: {
      open,
      now: () => now,
      random: () => random,
      later(ms, run) {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((other) => other !== due);
        now = due.at;
        due.run();
      }
      now = until;
    },
    deliver: (frame) => newest().onmessage?.({ data: JSON.stringify(frame) }),
    drop: (code) => newest().onclose?.({ code }),
  };
}
