/**
 * Commands that were given and have no outcome yet. Each keeps its id for life, so that sending it again can never carry
 * it out twice.
 *
 * - Never sent when its time is up: expired here, nobody else has seen it.
 * - Sent and unanswered: its fate is known at the server only, so it is sent again after the reconnection even when its
 *   time is up. The server then says `duplicate` (it was carried out) or `expired` (it was not, and never will be).
 */
import type { Command } from '../../shared/domain/commands.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';
import type { Position } from '../../shared/protocol/position.ts';

export interface PendingCommand {
  readonly commandId: string;
  readonly command: Command;
  /** Name of whom it concerned when it was given, for people: the entry may be gone when it is told again. */
  readonly about: string | null;
  /** Server's clock, ms. */
  readonly givenAt: number;
  readonly expires: number;
  readonly sent: boolean;
}

/** A command as it is kept over a reload. */
export interface KeptCommand extends PendingCommand {
  /** `acknowledged`: a failover may still undo it. `lost`: one did, and nobody has been told for good yet. */
  readonly state: 'pending' | 'acknowledged' | 'lost';
  /** A place in the log at which it was known to stand; `null` while it is pending. */
  readonly stood: Position | null;
}

/**
 * Where commands survive a reload. Nothing here waits or fails: what cannot be written is kept in memory by those who use it,
 * and lasts as long as the page.
 */
export interface OutboxStorage {
  /**
   * Hands over what other pages of this station left behind, when they are gone: at once, later, several times, or never.
   * From then on it belongs to this page.
   */
  adopt(take: (left: readonly KeptCommand[]) => void): void;
  /** The newest state of one command; replaces what was kept under its id. */
  keep(command: KeptCommand): void;
  forget(commandIds: readonly string[]): void;
  /** This page is done: what it kept is left behind for others. */
  close(): void;
}

/** Given before this page was loaded, or by a page that is gone. */
export interface EarlierCommand {
  readonly command: PendingCommand;
  /** `null` until it is settled. */
  readonly outcome: OutcomeFrame | null;
}

export interface OutboxPorts {
  readonly storage: OutboxStorage;
  /** Server's clock, ms. */
  readonly now: () => number;
  readonly newId: () => string;
  /** `false` when there is no connection: it is tried again at the next `connected`. */
  readonly transmit: (command: PendingCommand) => boolean;
  /** Told before its promise resolves. */
  readonly onSettled: (command: PendingCommand, outcome: OutcomeFrame) => void;
  readonly onChange: () => void;
}

export interface Outbox {
  /** Resolves with the one outcome: ok, duplicate, refused or expired. Never rejects. */
  give(command: Command, expiresInMs: number, about: string | null): Promise<OutcomeFrame>;
  /** Pending commands of a page that is gone: they are settled like those of this one, and shown until dismissed. */
  adopt(left: readonly PendingCommand[]): void;
  /** From the server. `busy` and `unavailable` are not outcomes: the same command goes out again by `tick`. */
  receive(outcome: OutcomeFrame): void;
  /** A fact that names its command settles that too: its outcome may have been lost with the connection. */
  committed(commandId: string, position: Position): void;
  connected(): void;
  /** Call about every second: expires what never left, repeats what the server was too busy for. */
  tick(): void;
  pending(): readonly PendingCommand[];
  earlier(): readonly EarlierCommand[];
  /** Those that are settled need not be shown any more. */
  dismissEarlier(): void;
}

export function makeOutbox(ports: OutboxPorts): Outbox {
  let pending: readonly PendingCommand[] = [];
  let earlier: readonly EarlierCommand[] = [];
  const waiting = new Map<string, (outcome: OutcomeFrame) => void>();
  const postponed = new Set<string>();

  function change(next: readonly PendingCommand[]): void {
    pending = next;
    ports.onChange();
  }

  function keep(command: PendingCommand): void {
    ports.storage.keep({ ...command, state: 'pending', stood: null });
  }

  function settle(outcome: OutcomeFrame): void {
    const settled = pending.find(({ commandId }) => commandId === outcome.commandId);
    if (settled === undefined) return;
    postponed.delete(outcome.commandId);
    earlier = earlier.map((one) => (one.command.commandId === outcome.commandId ? { ...one, outcome } : one));
    ports.onSettled(settled, outcome);
    change(pending.filter((other) => other !== settled));
    const resolve = waiting.get(outcome.commandId);
    waiting.delete(outcome.commandId);
    resolve?.(outcome);
  }

  function expire(command: PendingCommand): void {
    settle({ k: 'outcome', commandId: command.commandId, status: 'expired', code: 'expired' });
  }

  /** Written and sent at once: neither waits for the other. */
  function trySending(command: PendingCommand): void {
    if (!command.sent && ports.now() >= command.expires) return expire(command);
    if (!ports.transmit(command) || command.sent) return;
    const sent = { ...command, sent: true };
    keep(sent);
    change(pending.map((other) => (other.commandId === command.commandId ? sent : other)));
  }

  return {
    give(command, expiresInMs, about) {
      const givenAt = ports.now();
      const entry: PendingCommand = { commandId: ports.newId(), command, about, givenAt, expires: givenAt + expiresInMs, sent: false };
      return new Promise((resolve) => {
        waiting.set(entry.commandId, resolve);
        change([...pending, entry]);
        trySending(entry);
        if (pending.includes(entry)) keep(entry);
      });
    },
    adopt(left) {
      const fresh = left.filter(({ commandId }) => !pending.some((other) => other.commandId === commandId));
      if (fresh.length === 0) return;
      earlier = [...earlier, ...fresh.map((command) => ({ command, outcome: null }))];
      change([...fresh, ...pending]);
      for (const command of fresh) trySending(command);
    },
    receive(outcome) {
      if (outcome.status === 'busy' || outcome.status === 'unavailable') postponed.add(outcome.commandId);
      else settle(outcome);
    },
    committed: (commandId, position) => settle({ k: 'outcome', commandId, status: 'ok', position }),
    connected() {
      postponed.clear();
      for (const command of pending) trySending(command);
    },
    tick() {
      for (const command of pending) {
        if (!command.sent && ports.now() >= command.expires) expire(command);
        else if (postponed.delete(command.commandId)) trySending(command);
      }
    },
    pending: () => pending,
    earlier: () => earlier,
    dismissEarlier() {
      earlier = earlier.filter(({ outcome }) => outcome === null);
      ports.onChange();
    },
  };
}

/** Keeps nothing over a reload. Given to one client after another, it stands for a page that is reloaded. */
export function memoryStorage(): OutboxStorage {
  const kept = new Map<string, KeptCommand>();
  return {
    adopt(take) {
      if (kept.size > 0) take([...kept.values()]);
    },
    keep: (command) => void kept.set(command.commandId, command),
    forget(commandIds) {
      for (const commandId of commandIds) kept.delete(commandId);
    },
    close: () => {},
  };
}
