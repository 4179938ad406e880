/**
 * Keeps one WebSocket alive: opens it, hears when it has gone silent, opens the next. It knows frames only by what
 * concerns the connection itself; all else goes to its listener. Time, chance and sockets come in as ports, so that
 * tests move them by hand.
 */
import type { Station } from '../../shared/domain/stations.ts';
import { type AfterClose, afterClose } from '../../shared/protocol/close-codes.ts';
import type { Down, Welcome } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { Up } from '../../shared/protocol/up.ts';
import { protocolVersionOf } from '../../shared/protocol/version.ts';
import { reconnectDelay } from './backoff.ts';

/** The members of a WebSocket that are used. */
export interface SocketLike {
  /** The subprotocol that the server chose; known once it is open. Without it the server is taken for one of version 1. */
  readonly protocol?: string;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export interface SocketPorts {
  readonly open: () => SocketLike;
  /** Local ms from a clock that never steps. */
  readonly now: () => number;
  /** Calls back once after `ms`; returns how to call it off. */
  readonly later: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
}

export interface SocketListener {
  /** The server has spoken first: the socket is usable. */
  onWelcome(welcome: Welcome): void;
  onFrame(frame: Exclude<Down, Welcome>): void;
  /**
   * The socket closed, or was silent for 2.5 beacons; told once per connection. Not `welcomed`: it never became usable, and
   * a browser does not tell why, so the listener may ask elsewhere.
   */
  onLost(lost: { readonly welcomed: boolean }): void;
  /** Nothing will be tried again: the code says why. */
  onStopped(after: Exclude<AfterClose, 'reconnect'>, code: number): void;
}

export interface LiveSocket {
  /** `false` when there is no usable socket. */
  send(frame: Up): boolean;
  /** What the server of this connection speaks: it must not be sent what came later. */
  version(): number;
  /** Nothing was heard for 2.5 beacons; true also before the timer that says so has come to run, as after sleep. */
  isSilent(): boolean;
  /** After sleep: what is open may be dead, so it is dropped and opened anew at once. */
  restart(): void;
  close(): void;
}

export function makeLiveSocket(station: Station, ports: SocketPorts, listener: SocketListener): LiveSocket {
  let socket: SocketLike | null = null;
  let usable = false;
  let attempt = 0;
  let retryMs: number | null = null;
  let beaconMs: number = station === 'display' ? limits.beaconMs.display : limits.beaconMs.station;
  let heardAt = ports.now();
  let stopWatching = (): void => {};
  let stopWaiting = (): void => {};

  function connect(): void {
    const opened = ports.open();
    socket = opened;
    watch(limits.helloWithinMs);
    opened.onmessage = ({ data }) => {
      if (socket === opened && typeof data === 'string') hear(parseFrame(data));
    };
    opened.onclose = ({ code }) => {
      if (socket === opened) lose(code);
    };
  }

  function hear(frame: Down): void {
    // After sleep the timer is late as well: what was waiting to be read says nothing about now.
    if (usable && isSilent()) return fallSilent();
    if (frame.k === 'welcome') {
      beaconMs = frame.beaconMs;
      usable = true;
      attempt = 0;
    }
    heardAt = ports.now();
    watch(silenceMs());
    if (frame.k === 'welcome') return listener.onWelcome(frame);
    if (frame.k === 'bye') retryMs = frame.retryMs;
    listener.onFrame(frame);
  }

  function silenceMs(): number {
    return limits.beaconsUntilNotLive * beaconMs;
  }

  function watch(ms: number): void {
    stopWatching();
    stopWatching = ports.later(ms, fallSilent);
  }

  function isSilent(): boolean {
    return ports.now() - heardAt >= silenceMs();
  }

  function fallSilent(): void {
    const silent = socket;
    lose(1006);
    silent?.close();
  }

  function lose(code: number): void {
    const welcomed = usable;
    drop();
    listener.onLost({ welcomed });
    const after = afterClose(code);
    if (after === 'reconnect') waitAndConnect();
    else listener.onStopped(after, code);
  }

  function waitAndConnect(): void {
    const delay = Math.max(retryMs ?? 0, reconnectDelay(station, attempt, ports.random()));
    retryMs = null;
    attempt += 1;
    stopWaiting = ports.later(delay, connect);
  }

  function drop(): SocketLike | null {
    const dropped = socket;
    stopWatching();
    stopWaiting();
    socket = null;
    usable = false;
    return dropped;
  }

  connect();

  return {
    send(frame) {
      if (socket === null || !usable) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    version: () => protocolVersionOf(socket?.protocol ?? ''),
    isSilent,
    restart() {
      const welcomed = usable;
      const dropped = drop();
      listener.onLost({ welcomed });
      dropped?.close();
      connect();
    },
    close() {
      drop()?.close(1000);
    },
  };
}

/** A client trusts the server that it came from (`protocol/down.ts`): the shape is not checked again here. */
function parseFrame(text: string): Down {
  return JSON.parse(text) as Down;
}
