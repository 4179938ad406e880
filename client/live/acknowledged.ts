/**
 * Commands that the server has acknowledged, kept for as long as a failover may undo them. When the picture is live in
 * another history than the one in which a command was last known to stand, the server is asked. What its log does not hold
 * is lost, and stays named until its sender has dealt with it, over a reload too.
 */
import type { StatusFrame } from '../../shared/protocol/down.ts';
import type { Position } from '../../shared/protocol/position.ts';
import type { KeptCommand, OutboxStorage, PendingCommand } from './outbox.ts';

/** As many as one `status` query may name. */
const mostKept = 100;
/** Our choice: a failover is noticed within seconds; a quarter of an hour also covers a page that was away meanwhile. */
const keptMs = 15 * 60_000;
/** A query without answer: the store was away just then. */
const askAgainMs = 5_000;

export interface AcknowledgedPorts {
  readonly storage: OutboxStorage;
  /** Server's clock, ms. */
  readonly now: () => number;
  /** `false` when this server cannot be asked. */
  readonly ask: (commandIds: readonly string[]) => boolean;
  readonly onChange: () => void;
}

export interface Acknowledged {
  /** `position`: where it was committed. */
  add(command: PendingCommand, position: Position): void;
  /** Of a page that is gone. */
  adopt(left: readonly KeptCommand[]): void;
  /** The picture is live at `position`; `history` is `SyncState.history`. */
  live(position: Position, history: number): void;
  answer(status: StatusFrame): void;
  /** Call about every second while live. */
  tick(): void;
  /** In the order in which they were given. */
  lost(): readonly KeptCommand[];
  dismiss(commandIds: readonly string[]): void;
}

export function makeAcknowledged({ storage, now, ask, onChange }: AcknowledgedPorts): Acknowledged {
  const standing = new Map<string, KeptCommand>();
  const doubtful = new Set<string>();
  let lost: readonly KeptCommand[] = [];
  let here: { readonly position: Position; readonly history: number } | null = null;
  let askedAt = 0;

  function stand(command: PendingCommand, stood: Position): void {
    const kept: KeptCommand = { ...command, state: 'acknowledged', stood };
    standing.set(command.commandId, kept);
    storage.keep(kept);
  }

  /** Oldest first, by the order in which they came here. */
  function forgetOld(): void {
    const tooMany = standing.size - mostKept;
    const old = [...standing.values()].filter(({ commandId, givenAt }, index) => {
      return index < tooMany || (now() - givenAt > keptMs && !doubtful.has(commandId));
    });
    if (old.length === 0) return;
    for (const { commandId } of old) {
      standing.delete(commandId);
      doubtful.delete(commandId);
    }
    storage.forget(old.map(({ commandId }) => commandId));
  }

  function doubt(position: Position, replaced: boolean): void {
    for (const { commandId, stood } of standing.values()) {
      if (replaced || stood === null || stood.epoch !== position.epoch || stood.offset > position.offset) doubtful.add(commandId);
    }
    if (doubtful.size === 0) return;
    askedAt = now();
    if (!ask([...doubtful])) doubtful.clear();
  }

  return {
    add(command, position) {
      stand(command, position);
      forgetOld();
    },
    adopt(left) {
      for (const command of left) {
        if (command.state === 'acknowledged') standing.set(command.commandId, command);
      }
      const named = new Set(lost.map(({ commandId }) => commandId));
      const more = left.filter(({ state, commandId }) => state === 'lost' && !named.has(commandId));
      if (more.length > 0) lost = inOrder([...lost, ...more]);
      forgetOld();
      if (here !== null) doubt(here.position, false);
      if (more.length > 0) onChange();
    },
    live(position, history) {
      const replaced = here !== null && here.history !== history;
      here = { position, history };
      doubt(position, replaced);
    },
    answer({ committed, unknown }) {
      for (const { commandId, position } of committed) {
        doubtful.delete(commandId);
        const command = standing.get(commandId);
        // It stands here and now, although it may have been written in an epoch before.
        if (command !== undefined) stand(command, here?.position ?? position);
      }
      const gone = unknown.flatMap((commandId) => standing.get(commandId) ?? []).map((command) => ({ ...command, state: 'lost' as const }));
      for (const command of gone) {
        doubtful.delete(command.commandId);
        standing.delete(command.commandId);
        storage.keep(command);
      }
      if (gone.length === 0) return;
      lost = inOrder([...lost, ...gone]);
      onChange();
    },
    tick() {
      forgetOld();
      if (doubtful.size === 0 || now() - askedAt < askAgainMs) return;
      askedAt = now();
      ask([...doubtful]);
    },
    lost: () => lost,
    dismiss(commandIds) {
      lost = lost.filter(({ commandId }) => !commandIds.includes(commandId));
      storage.forget(commandIds);
      onChange();
    },
  };
}

function inOrder(commands: readonly KeptCommand[]): readonly KeptCommand[] {
  return commands.toSorted((a, b) => a.givenAt - b.givenAt);
}
