/**
 * A TCP proxy that does to a connection what networks do: stops it, slows it, cuts it, forgets it. It sits between two real
 * processes and needs no root. A fault holds for the connections that are open and for those that come, until the next.
 */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { type FaultPipe, makeFaultPipe, type PipeMode } from './fault-pipe.ts';

export interface FaultProxy {
  readonly port: number;
  /** `url('http')` is `http://127.0.0.1:PORT`. */
  url(scheme: 'http' | 'ws' | 'redis'): string;
  /** Back to normal; what was frozen or delayed goes on. A connection that was half open stays dead for ever. */
  pass(): void;
  /** No byte moves and nobody is told; connections stay open and lose nothing. */
  freeze(direction?: Direction): void;
  /** Every byte arrives so much later, in order. */
  delay(ms: number, direction?: Direction): void;
  /** Per connection and direction. */
  throttle(bytesPerSecond: number, direction?: Direction): void;
  /** Half-open: bytes are swallowed, and neither end learns that the other has closed. Returns how many connections died so. */
  drop(direction?: Direction): number;
  /** RST to both ends of every connection. Returns how many there were; new ones are let through. */
  reset(): number;
  /** New connections are reset as soon as they are made; open ones go on. */
  refuse(): void;
  /** Where new connections go from now on. */
  retarget(port: number): void;
  /** Open connections, of which one end at least still holds. */
  connections(): number;
  /** Those of them that are dead without both ends knowing it. */
  halfOpen(): number;
  close(): Promise<void>;
}

/** `up`: from who connects to the target. */
export type Direction = 'both' | 'up' | 'down';

export interface FaultProxyTarget {
  readonly host?: string;
  readonly port: number;
}

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  readonly up: FaultPipe;
  readonly down: FaultPipe;
}

export async function startFaultProxy({ host = '127.0.0.1', port: targetPort }: FaultProxyTarget): Promise<FaultProxy> {
  const links = new Set<Link>();
  let modes: { readonly up: PipeMode; readonly down: PipeMode } = { up: { kind: 'pass' }, down: { kind: 'pass' } };
  let refusing = false;
  let target = targetPort;

  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    client.on('error', () => client.destroy());
    if (refusing) return void client.resetAndDestroy();
    const server = connect({ host, port: target, allowHalfOpen: true, noDelay: true });
    server.on('error', () => server.destroy());
    const link: Link = { client, server, up: makeFaultPipe(client, server), down: makeFaultPipe(server, client) };
    link.up.setMode(modes.up);
    link.down.setMode(modes.down);
    links.add(link);
    const forget = (): void => void (client.destroyed && server.destroyed && links.delete(link));
    client.once('close', forget);
    server.once('close', forget);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port');
  const { port } = address;

  function setMode(mode: PipeMode, direction: Direction): void {
    modes = { up: direction === 'down' ? modes.up : mode, down: direction === 'up' ? modes.down : mode };
    for (const { up, down } of links) {
      up.setMode(modes.up);
      down.setMode(modes.down);
    }
  }

  function reset(): number {
    const cut = [...links];
    for (const { client, server } of cut) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
    links.clear();
    return cut.length;
  }

  return {
    port,
    url: (scheme) => `${scheme}://127.0.0.1:${port}`,
    pass() {
      refusing = false;
      setMode({ kind: 'pass' }, 'both');
    },
    freeze: (direction = 'both') => setMode({ kind: 'freeze' }, direction),
    delay: (ms, direction = 'both') => setMode({ kind: 'delay', ms }, direction),
    throttle: (bytesPerSecond, direction = 'both') => setMode({ kind: 'throttle', bytesPerSecond }, direction),
    drop(direction = 'both') {
      setMode({ kind: 'drop' }, direction);
      return links.size;
    },
    reset,
    refuse() {
      refusing = true;
    },
    retarget(next) {
      target = next;
    },
    connections: () => links.size,
    halfOpen: () => [...links].filter(({ up, down }) => up.isDead() || down.isDead()).length,
    async close() {
      reset();
      const closed = once(listener, 'close');
      listener.close();
      await closed;
    },
  };
}
