/** What a client may say, and what happens then. */
import { assertNever } from '../../shared/lib/assert.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { commandFrameSchema, commandPayloadSchema } from '../../shared/protocol/messages/command.ts';
import { type Up, upSchema } from '../../shared/protocol/up.ts';
import type { CommandOutcome } from '../app/handle-command.ts';
import type { ServerDeps } from '../app/server-deps.ts';
import { isStoreAway } from '../app/store-away.ts';
import { createTokenBucket, type TokenBucket } from '../lib/token-bucket.ts';
import type { Connection } from './connection.ts';

export type ReceiverDeps = Pick<ServerDeps, 'commands' | 'commandStatus' | 'clock' | 'log'>;

/** All frames of a client, pings included. Six clock probes at once are ordinary. Our choice. */
const frameRate = { perSecond: 50, burst: 150 };
const commandRate = { perSecond: limits.commandsPerSecond, burst: limits.commandBurst };
/** Commands and questions over the quota, the former answered `rateLimited`; after these the socket closes. */
const patience = 100;

export class Receiver {
  private readonly connection: Connection;
  private readonly deps: ReceiverDeps;
  private readonly frames = createTokenBucket(frameRate);
  /** Most sockets only look on. */
  private commands: TokenBucket | null = null;
  private mistakes = 0;
  private overQuota = 0;

  constructor(connection: Connection, deps: ReceiverDeps) {
    this.connection = connection;
    this.deps = deps;
  }

  /** One message, or one control frame of the client's (`null`). Never throws. */
  receive(message: Buffer | null, isBinary: boolean): void {
    const { connection } = this;
    if (!connection.isOpen()) return;
    connection.heard();
    if (!this.frames.take()) return connection.close('rate');
    if (message === null) return;
    const received = this.deps.clock.now();
    const json = isBinary ? undefined : parseJson(message.toString('utf8'));
    const up = upSchema.safeParse(json);
    if (!up.success) {
      const named = commandFrameSchema.pick({ k: true, commandId: true }).safeParse(json);
      if (named.success) connection.answer({ k: 'outcome', commandId: named.data.commandId, status: 'refused', code: 'malformed' });
      return this.mistake();
    }
    switch (up.data.k) {
      case 'hello':
        return connection.join(up.data.position ?? null);
      case 'time':
        return connection.answer({ k: 'time', a: up.data.a, b: received, c: this.deps.clock.now() });
      case 'command':
        return this.command(up.data);
      case 'status':
        return this.status(up.data.commandIds);
      default:
        return assertNever(up.data);
    }
  }

  private mistake(): void {
    this.mistakes += 1;
    if (this.mistakes >= limits.protocolErrors) this.connection.close('badMessage');
  }

  private isOverQuota(): boolean {
    this.commands ??= createTokenBucket(commandRate);
    if (this.commands.take()) return false;
    this.overQuota += 1;
    if (this.overQuota > patience) this.connection.close('rate');
    return true;
  }

  private command(up: Extract<Up, { k: 'command' }>): void {
    const { connection, deps } = this;
    const { k: _, commandId, expires, ...payload } = up;
    if (this.isOverQuota()) return connection.answer({ k: 'outcome', commandId, status: 'busy', code: 'rateLimited' });
    const parsed = commandPayloadSchema.safeParse(payload);
    if (!parsed.success) return connection.answer({ k: 'outcome', commandId, status: 'refused', code: 'malformed' });
    const request = { commandId, expires, command: parsed.data, by: connection.session.station };
    deps.commands.handle(connection.hub, request).then(
      (outcome) => connection.answer(outcomeFrame(commandId, outcome)),
      (fault: unknown) => {
        deps.log.error({ type: request.command.type, fault: fault instanceof Error ? fault.stack : String(fault) }, 'command failed');
        // Whether it was carried out is not known; the same id will tell.
        connection.answer({ k: 'outcome', commandId, status: 'unavailable' });
      },
    );
  }

  private status(commandIds: readonly string[]): void {
    if (this.isOverQuota()) return;
    this.deps.commandStatus(this.connection.hub, commandIds).then(
      (answer) => this.connection.answer(answer),
      (fault: unknown) => {
        // Without the store nothing is known: the client asks again when it is live.
        if (!isStoreAway(fault)) this.deps.log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, 'status failed');
      },
    );
  }
}

function outcomeFrame(commandId: string, outcome: CommandOutcome): OutcomeFrame {
  switch (outcome.status) {
    case 'ok':
    case 'duplicate':
      return { k: 'outcome', commandId, status: outcome.status, position: outcome.position };
    case 'refused': {
      const { code, params, current } = outcome.refusal;
      return {
        k: 'outcome',
        commandId,
        status: 'refused',
        code,
        ...(params === undefined ? {} : { params }),
        ...(current === undefined ? {} : { current }),
        position: outcome.position,
      };
    }
    case 'expired':
      return { k: 'outcome', commandId, status: 'expired', code: 'expired' };
    case 'busy':
      return { k: 'outcome', commandId, status: 'busy' };
    case 'unavailable':
      return { k: 'outcome', commandId, status: 'unavailable', code: 'storeUnavailable' };
    default:
      return assertNever(outcome);
  }
}

/** `undefined` is not JSON, so it stands for what could not be read. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
