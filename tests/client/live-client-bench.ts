/** A client at a network that a test moves by hand, and how it becomes live. */
import { type LiveClient, type LiveClientPorts, makeLiveClient, type StopReason } from '../../client/live/live-client.ts';
import { memoryStorage, type OutboxStorage } from '../../client/live/outbox.ts';
import { emptyMeeting } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { Welcome } from '../../shared/protocol/down.ts';
import { type FakeNetwork, fakeNetwork } from './fake-network.ts';

export const meeting: Meeting = { ...emptyMeeting, id: 'm1', status: 'running' };
export const position = { epoch: 1, offset: 10, hash: 'h10' };
export const welcome: Welcome = {
  k: 'welcome',
  station: 'chair',
  rights: ['endStatement'],
  limits: { maxPayloadBytes: 1, commandsPerSecond: 1, commandBurst: 1 },
  beaconMs: 1_000,
  time: 0,
  build: 'test',
};

export interface Bench {
  readonly network: FakeNetwork;
  readonly client: LiveClient;
}

interface BenchOptions {
  readonly storage?: OutboxStorage;
  readonly network?: FakeNetwork;
  readonly unattended?: boolean;
  readonly wallClock?: () => number;
  readonly post?: LiveClientPorts['post'];
}

export function start(station: Station = 'chair', reason: StopReason | null = null, options: BenchOptions = {}): Bench {
  const { storage = memoryStorage(), network = fakeNetwork(), unattended, wallClock, post } = options;
  let ids = 0;
  const client = makeLiveClient({
    station,
    clientId: '0'.repeat(32),
    view: 'test',
    onChange: () => {},
    ...(unattended === undefined ? {} : { unattended }),
    ports: {
      ...network.ports,
      newId: () => {
        ids += 1;
        return `command-${ids}`;
      },
      storage,
      whyRefused: async () => reason,
      ...(wallClock === undefined ? {} : { wallClock }),
      ...(post === undefined ? {} : { post }),
    },
  });
  return { network, client };
}

export function goLive(network: FakeNetwork): void {
  network.deliver(welcome);
  network.deliver({ k: 'snapshot', position, n: 1, meeting });
  network.deliver({ k: 'live', position, n: 1 });
}

/** Of what the newest socket has sent. */
export const sentKinds = (network: FakeNetwork): readonly string[] => network.sockets.at(-1)?.received.map(({ k }) => k) ?? [];
