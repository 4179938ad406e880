/** What the doors (`http/`, `ws/`) are given by the composition root. */
import type { StoreClock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { ClientAddress } from '../lib/address.ts';
import type { IsOwnHost } from '../lib/own-host.ts';
import type { CommandStatus } from './command-status.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import type { CommandHandler } from './handle-command.ts';
import type { Hubs } from './hubs.ts';
import type { Identity } from './identity.ts';
import type { Meetings } from './meetings.ts';
import type { Presence } from './presence.ts';
import type { ReadLog } from './read-log.ts';

export interface ServerDeps {
  readonly meetings: Meetings;
  readonly identity: Identity;
  readonly doorkeeper: Doorkeeper;
  readonly hubs: Hubs;
  readonly commands: CommandHandler;
  readonly commandStatus: CommandStatus;
  readonly presence: Presence;
  readonly clock: StoreClock;
  readonly log: Log;
  /** Resolves when the store answers; rejects with `StoreUnavailable`. */
  readonly pingStore: () => Promise<void>;
  readonly readLog: ReadLog;
  readonly publicOrigin: string | null;
  readonly isOwnHost: IsOwnHost;
  readonly clientAddress: ClientAddress;
  /** Version of the program. */
  readonly build: string;
}
