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

export interface PendingCommand {
  readonly commandId: string;
  readonly command: Command;
  /** Server's clock, ms. */
  readonly givenAt: number;
  readonly expires: number;
  readonly sent: boolean;
}

/** Where pending commands survive a reload. */
export interface OutboxStorage {
  load(): readonly PendingCommand[];
  save(commands: readonly PendingCommand[]): void;
}

export interface OutboxPorts {
  readonly storage: OutboxStorage;
  /** Server's clock, ms. */
  readonly now: () => number;
  readonly newId: () => string;
  /** `false` when there is no connection: it is tried again at the next `connected`. */
  readonly transmit: (command: PendingCommand) => boolean;
  readonly onChange: (pending: readonly PendingCommand[]) => void;
}

export interface Outbox {
  /** Resolves with the one outcome: ok, duplicate, refused or expired. Never rejects. */
  give(command: Command, expiresInMs: number): Promise<OutcomeFrame>;
  /** From the server. `busy` and `unavailable` are not outcomes: the same command goes out again by `tick`. */
  receive(outcome: OutcomeFrame): void;
  /** A fact that names its command settles that too: its outcome may have been lost with the connection. */
  committed(commandId: string): void;
  connected(): void;
  /** Call about every second: expires what never left, repeats what the server was too busy for. */
  tick(): void;
  pending(): readonly PendingCommand[];
}

export function makeOutbox(ports: OutboxPorts): Outbox {
  let pending: readonly PendingCommand[] = ports.storage.load();
  const waiting = new Map<string, (outcome: OutcomeFrame) => void>();
  const postponed = new Set<string>();

  function change(next: readonly PendingCommand[]): void {
    pending = next;
    ports.storage.save(next);
    ports.onChange(next);
  }

  function settle(outcome: OutcomeFrame): void {
    if (!pending.some(({ commandId }) => commandId === outcome.commandId)) return;
    postponed.delete(outcome.commandId);
    change(pending.filter(({ commandId }) => commandId !== outcome.commandId));
    const resolve = waiting.get(outcome.commandId);
    waiting.delete(outcome.commandId);
    resolve?.(outcome);
  }

  function expire(command: PendingCommand): void {
    settle({ k: 'outcome', commandId: command.commandId, status: 'expired', code: 'expired' });
  }

  function trySending(command: PendingCommand): void {
    if (!command.sent && ports.now() >= command.expires) return expire(command);
    if (ports.transmit(command) && !command.sent) {
      change(pending.map((other) => (other.commandId === command.commandId ? { ...command, sent: true } : other)));
    }
  }

  return {
    give(command, expiresInMs) {
      const givenAt = ports.now();
      const entry: PendingCommand = { commandId: ports.newId(), command, givenAt, expires: givenAt + expiresInMs, sent: false };
      return new Promise((resolve) => {
        waiting.set(entry.commandId, resolve);
        change([...pending, entry]);
        trySending(entry);
      });
    },
    receive(outcome) {
      if (outcome.status === 'busy' || outcome.status === 'unavailable') postponed.add(outcome.commandId);
      else settle(outcome);
    },
    committed: (commandId) => settle({ k: 'outcome', commandId, status: 'ok' }),
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
  };
}

/** Keeps nothing over a reload. */
export function memoryStorage(): OutboxStorage {
  let kept: readonly PendingCommand[] = [];
  return {
    load: () => kept,
    save: (commands) => {
      kept = commands;
    },
  };
}
