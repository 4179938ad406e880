/** What a page knows of its meeting and can do in it. Views read this and send commands; nothing else reaches the server. */
import { batch, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { RefusalCode } from '../../shared/domain/refusals.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { OutcomeFrame, ProtocolErrorCode } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { type LiveView, makeLiveClient, type StopReason } from '../live/live-client.ts';
import { type EarlierCommand, memoryStorage, type OutboxStorage } from '../live/outbox.ts';
import { browserPorts, randomHex } from './browser-ports.ts';
import { createMeetingStore } from './meeting-store.ts';
import { oncePerFrame } from './once-per-frame.ts';
import { whomItConcerns } from './whom-it-concerns.ts';

export interface MeetingState {
  readonly meetingId: string;
  readonly station: Station;
  /** `null` until the first picture has come. */
  meeting(): Meeting | null;
  /** The same in one piece: changes with every event, and is read fast. For rules over the whole list; not for what is drawn. */
  whole(): Meeting | null;
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
  /** Given before this page was loaded, oldest first, until they are settled and dismissed. */
  earlier(): readonly EarlierView[];
  dismissEarlier(): void;
  /** Acknowledged, then lost when the store failed over: oldest first, until each is redone or dismissed. */
  lost(): readonly GivenView[];
  /** As new commands, in the order given: what they were given for may have changed since, then they are refused. */
  redo(commandIds: readonly string[]): void;
  dismissLost(commandIds: readonly string[]): void;
  /** Connections per station, in all; `null` when it is not known. */
  presence(): Readonly<Partial<Record<Station, number>>> | null;
  /** Another number: what was shown before belongs to a history that is no more. */
  history(): number;
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

/** A command that is told about long after it was given. */
export interface GivenView {
  readonly commandId: string;
  readonly command: Command;
  /** Name of whom it concerned. */
  readonly about: string | null;
  /** Server's clock, ms. */
  readonly givenAt: number;
}

export interface EarlierView extends GivenView {
  readonly fate: 'waiting' | 'done' | 'expired' | 'refused';
  /** Why it was refused. */
  readonly code: RefusalCode | ProtocolErrorCode | null;
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
  /** Where commands survive a reload; default: nowhere. */
  readonly storage?: OutboxStorage;
  /** Nobody sits at this page, whatever its station. */
  readonly unattended?: boolean;
}

const tickMs = 100;
const ticksPerSecond = 1_000 / tickMs;
const refusalsKept = 3;

export function createMeetingState(options: MeetingStateOptions): MeetingState {
  const { meetingId, station, view, storage = memoryStorage() } = options;
  const store = createMeetingStore();
  // `makeLiveClient` may call back before it has returned.
  let client: ReturnType<typeof makeLiveClient> | null = null;
  const draw = oncePerFrame(() => {
    if (client === null) return;
    // Asked for before the machine slept, drawn after.
    client.notice();
    show(client.view());
  });
  const onChange = (): void => draw.ask();
  client = makeLiveClient({
    station,
    clientId: randomHex(),
    view,
    ports: browserPorts(meetingId, station, storage),
    onChange,
    ...(options.unattended === undefined ? {} : { unattended: options.unattended }),
  });
  const live = client;

  const [shown, setShown] = createSignal<LiveView>(live.view(), { equals: false });
  const [now, setNow] = createSignal(live.now());
  const [refusals, setRefusals] = createSignal<readonly RefusalView[]>([]);

  // The same objects as long as nothing changed: a button that is drawn anew loses the focus.
  const lost = createMemo<readonly GivenView[]>(() => shown().lost);
  const earlierCommands = createMemo(() => shown().earlier);
  const earlier = createMemo(() => earlierCommands().map(earlierView));

  function show(next: LiveView): void {
    batch(() => {
      store.show(next.meeting);
      setShown(next);
    });
  }

  /** Before anything that moves with time is drawn: what is old must not be drawn as live, not even once. */
  function look(): void {
    live.notice();
    const next = live.view();
    if (next.status !== shown().status) show(next);
  }

  function wake(): void {
    live.wake();
    show(live.view());
  }

  keepTime(live, () => {
    look();
    setNow(live.now());
  });
  whenShownAgain(look, wake);
  onCleanup(() => {
    live.close();
    draw.cancel();
  });

  async function send(command: Command, expiresInMs = lifeOf(command.type)): Promise<OutcomeFrame> {
    const outcome = await live.give(command, expiresInMs, whomItConcerns(store.meeting(), command));
    if (outcome.status !== 'ok' && outcome.status !== 'duplicate') note(command.type, outcome);
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
    whole: store.whole,
    connection() {
      const { status, trueUntil, latencyMs, reason } = shown();
      const ageMs = (): number => (status === 'live' || trueUntil === null ? 0 : Math.max(0, now() - trueUntil));
      return { status, since: trueUntil, ageMs, latencyMs, reason };
    },
    now,
    may: (type) => shown().rights.includes(type),
    send,
    pending: () => shown().pending.map(({ commandId, command, givenAt }) => ({ commandId, type: command.type, at: givenAt })),
    refusals,
    earlier,
    dismissEarlier: live.dismissEarlier,
    lost,
    redo(commandIds) {
      const again = live.view().lost.filter(({ commandId }) => commandIds.includes(commandId));
      live.dismissLost(commandIds);
      for (const { command } of again) void send(command);
    },
    dismissLost: live.dismissLost,
    presence: () => shown().presence,
    history: () => shown().history,
  };
}

function earlierView({ command, outcome }: EarlierCommand): EarlierView {
  const fate = ((): EarlierView['fate'] => {
    switch (outcome?.status) {
      case 'ok':
      case 'duplicate':
        return 'done';
      case 'refused':
        return 'refused';
      case 'expired':
        return 'expired';
      default:
        return 'waiting';
    }
  })();
  return { ...command, fate, code: outcome?.code ?? null };
}

/** The browser draws anew what is touched, before any timer has run: after sleep that frame is often the first. */
const touches = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/** A browser stops the pages that nobody sees, and takes them out again as they were. */
function whenShownAgain(look: () => void, wake: () => void): void {
  const onShow = ({ persisted }: PageTransitionEvent): void => (persisted ? wake() : look());
  document.addEventListener('visibilitychange', look);
  document.addEventListener('resume', wake);
  window.addEventListener('pageshow', onShow);
  for (const touch of touches) window.addEventListener(touch, look, { capture: true, passive: true });
  onCleanup(() => {
    for (const touch of touches) window.removeEventListener(touch, look, { capture: true });
    document.removeEventListener('visibilitychange', look);
    document.removeEventListener('resume', wake);
    window.removeEventListener('pageshow', onShow);
  });
}

/**
 * One timer for everything on the page that moves with time. It ticks on whole tenths of the server's second, so that
 * countdowns on two machines change together, not up to a tick apart.
 */
function keepTime(client: ReturnType<typeof makeLiveClient>, tick: () => void): void {
  let ticks = 0;
  let timer = setTimeout(run, tickMs);
  function run(): void {
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
  'signHandover',
  'withdrawHandover',
  'requestSlowDown',
]);

function lifeOf(type: CommandType): number {
  return momentary.has(type) ? limits.expiresMs.take : limits.expiresMs.draft;
}
