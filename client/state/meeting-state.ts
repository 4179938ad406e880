/** What a page knows of its meeting and can do in it. Views read this and send commands; nothing else reaches the server. */
import { batch, createSignal, onCleanup } from 'solid-js';
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { type LiveView, makeLiveClient, type StopReason } from '../live/live-client.ts';
import { browserPorts, randomHex } from './browser-ports.ts';
import { createMeetingStore } from './meeting-store.ts';
import { oncePerFrame } from './once-per-frame.ts';
import { sendByHttp } from './send-by-http.ts';

export interface MeetingState {
  readonly meetingId: string;
  readonly station: Station;
  /** `null` until the first picture has come. */
  meeting(): Meeting | null;
  connection(): Connection;
  /** Server's clock, epoch ms; ticks every 100 ms. */
  now(): number;
  /** Whether this station has the right; not whether the state allows it. */
  may(type: CommandType): boolean;
  /** Resolves with the one outcome. A refusal also appears in `refusals` by itself. Never rejects. */
  send(command: Command, expiresInMs?: number): Promise<OutcomeFrame>;
  /** Given, and without outcome yet. */
  pending(): readonly PendingView[];
  /** Newest first, until each is dismissed. */
  refusals(): readonly RefusalView[];
}

export interface Connection {
  readonly status: LiveView['status'];
  /** Server's time up to which the picture is known to be true; `null` before the first time live. */
  readonly since: number | null;
  /** Age of the picture; 0 while live. Reactive, ticks. */
  ageMs(): number;
  readonly latencyMs: number | null;
  /** Why it stopped for good. */
  readonly reason: StopReason | null;
}

export interface PendingView {
  readonly commandId: string;
  readonly type: CommandType;
  readonly at: number;
}

export interface RefusalView {
  readonly type: CommandType;
  readonly outcome: OutcomeFrame;
  readonly at: number;
  dismiss(): void;
}

export interface MeetingStateOptions {
  readonly meetingId: string;
  readonly station: Station;
  /** Name of the page, for presence and logs. */
  readonly view: string;
}

const tickMs = 100;
const ticksPerSecond = 1_000 / tickMs;
/** Wall clock ahead of the steady one by more than this: the machine slept. Two and a half beacons, as for silence. */
const sleptMs = limits.beaconsUntilNotLive * limits.beaconMs.station;
const refusalsKept = 3;

export function createMeetingState({ meetingId, station, view }: MeetingStateOptions): MeetingState {
  const store = createMeetingStore();
  // `makeLiveClient` may call back before it has returned.
  let client: ReturnType<typeof makeLiveClient> | null = null;
  const draw = oncePerFrame(() => {
    if (client !== null) show(client.view());
  });
  const onChange = (): void => draw.ask();
  client = makeLiveClient({ station, clientId: randomHex(), view, ports: browserPorts(meetingId, station), onChange });
  const live = client;

  const [shown, setShown] = createSignal<LiveView>(live.view(), { equals: false });
  const [now, setNow] = createSignal(live.now());
  const [httpPending, setHttpPending] = createSignal<readonly PendingView[]>([]);
  const [refusals, setRefusals] = createSignal<readonly RefusalView[]>([]);

  function show(next: LiveView): void {
    batch(() => {
      store.show(next.meeting);
      setShown(next);
    });
  }

  keepTime(live, () => setNow(live.now()));
  onCleanup(() => {
    live.close();
    draw.cancel();
  });

  async function send(command: Command, expiresInMs = lifeOf(command.type)): Promise<OutcomeFrame> {
    const outcome = await (command.type === 'setScript' ? post(command, expiresInMs) : live.give(command, expiresInMs));
    if (outcome.status !== 'ok' && outcome.status !== 'duplicate') note(command.type, outcome);
    return outcome;
  }

  async function post(command: Command, expiresInMs: number): Promise<OutcomeFrame> {
    const commandId = randomHex();
    const at = live.now();
    setHttpPending((before) => [...before, { commandId, type: command.type, at }]);
    const outcome = await sendByHttp({ meetingId, station, commandId, expires: at + expiresInMs, command });
    setHttpPending((before) => before.filter((other) => other.commandId !== commandId));
    return outcome;
  }

  function note(type: CommandType, outcome: OutcomeFrame): void {
    const refusal: RefusalView = {
      type,
      outcome,
      at: live.now(),
      dismiss: () => setRefusals((before) => before.filter((other) => other !== refusal)),
    };
    setRefusals((before) => [refusal, ...before].slice(0, refusalsKept));
  }

  return {
    meetingId,
    station,
    meeting: store.meeting,
    connection() {
      const { status, trueUntil, latencyMs, reason } = shown();
      const ageMs = (): number => (status === 'live' || trueUntil === null ? 0 : Math.max(0, now() - trueUntil));
      return { status, since: trueUntil, ageMs, latencyMs, reason };
    },
    now,
    may: (type) => shown().rights.includes(type),
    send,
    pending: () => [
      ...shown().pending.map(({ commandId, command, givenAt }) => ({ commandId, type: command.type, at: givenAt })),
      ...httpPending(),
    ],
    refusals,
  };
}

/**
 * One timer for everything on the page that moves with time. It ticks on whole tenths of the server's second, so that
 * countdowns on two machines change together, not up to a tick apart.
 */
function keepTime(client: ReturnType<typeof makeLiveClient>, tick: () => void): void {
  let ticks = 0;
  let ahead = Date.now() - performance.now();
  let timer = setTimeout(run, tickMs);
  function run(): void {
    const aheadNow = Date.now() - performance.now();
    if (aheadNow - ahead > sleptMs) client.wake();
    ahead = aheadNow;
    ticks += 1;
    if (ticks % ticksPerSecond === 0) client.tick();
    tick();
    timer = setTimeout(run, tickMs - (client.now() % tickMs));
  }
  onCleanup(() => clearTimeout(timer));
}

/** What concerns this very moment must not happen later than the person meant it. */
const momentary: ReadonlySet<CommandType> = new Set<CommandType>([
  'callEntry',
  'giveFloor',
  'endStatement',
  'pauseClock',
  'resumeClock',
  'addTime',
  'setFloorLanguage',
  'raisePointOfOrder',
  'armCaption',
  'takeCaption',
  'clearCaption',
  'setScriptPosition',
  'takeMicrophone',
  'requestSlowDown',
]);

function lifeOf(type: CommandType): number {
  return momentary.has(type) ? limits.expiresMs.take : limits.expiresMs.draft;
}
