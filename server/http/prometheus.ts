/** The figures of this server in the format of Prometheus. Names and labels are promised in `docs/operations.md`. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import type { Readings } from '../app/readings.ts';
import type { Metrics } from '../lib/metrics.ts';

export interface Prometheus {
  readonly contentType: string;
  /** Where the parts of the server report. */
  readonly metrics: Metrics;
  text(readings: Readings): Promise<string>;
}

/** Seconds. From a commit in memory to the time-out of the store with its retries. */
const buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** A registry of its own: several servers may live in one process. */
export function createPrometheus(build: string): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const gauge = (name: string, help: string) => new Gauge({ name: `rostrum_${name}`, help, registers });
  const byLabel = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge({ name: `rostrum_${name}`, help, labelNames: [...labelNames], registers });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `rostrum_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Histogram({ name: `rostrum_${name}`, help, labelNames: [...labelNames], buckets, registers });

  const commands = counter('commands_total', 'Commands by type and outcome', ['type', 'outcome']);
  const commandSeconds = histogram('command_duration_seconds', 'From taking a command in to its outcome', ['outcome']);
  const commitSeconds = histogram('commit_duration_seconds', 'From asking the store to append to its answer', ['result']);
  const fanOutSeconds = histogram(
    'fan_out_duration_seconds',
    'From the store time of a commit to the end of writing it to stations and outputs',
  );
  const refilled = counter('gap_events_refilled_total', 'Events read from the log because their message was lost or late');
  const wrongTokens = counter('wrong_tokens_total', 'Tokens shown that open nothing; limited: answered 429', ['limited']);

  const connections = byLabel('connections', 'Open sockets by audience', ['audience']);
  const lagging = gauge('connections_lagging', 'Sockets that get nothing until they have read what waits');
  const queueBytes = gauge('queue_bytes', 'Bytes written to sockets and not yet taken by the system');
  const refused = counter('handshakes_refused_total', 'WebSocket handshakes refused, by reason', ['reason']);
  const closed = counter('connections_closed_total', 'Sockets ended, by close code', ['code']);
  const openMeetings = gauge('open_meetings', 'Meetings held in memory by this process');
  const notLive = gauge('meetings_not_live', 'Open meetings whose state may not be the newest');
  const lagEvents = gauge(
    'lag_events',
    'Events behind the head of the log, of the meeting furthest behind; absent while the store does not say',
  );
  const lagSeconds = gauge('lag_seconds', 'How long the meeting that has not been live for longest has not been live');
  const storeUp = gauge('store_up', '1 when the store answers within a second');
  byLabel('build_info', 'The version that runs; always 1', ['version']).set({ version: build }, 1);

  function set({ sockets, ...readings }: Readings): void {
    connections.set({ audience: 'station' }, sockets.stations);
    connections.set({ audience: 'output' }, sockets.outputs);
    connections.set({ audience: 'display' }, sockets.displays);
    lagging.set(sockets.lagging);
    queueBytes.set(sockets.queuedBytes);
    refused.reset();
    for (const [reason, count] of Object.entries(sockets.refused)) refused.inc({ reason }, count ?? 0);
    closed.reset();
    for (const [code, count] of Object.entries(sockets.closed)) closed.inc({ code: ourCodes.has(code) ? code : 'other' }, count ?? 0);
    openMeetings.set(readings.openMeetings);
    notLive.set(readings.meetingsNotLive);
    if (readings.lagEvents === null) lagEvents.remove();
    else lagEvents.set(readings.lagEvents);
    lagSeconds.set(readings.lagSeconds);
    storeUp.set(readings.storeUp ? 1 : 0);
  }

  return {
    contentType: registry.contentType,
    metrics: {
      commandSettled(type, outcome, seconds) {
        commands.inc({ type, outcome });
        commandSeconds.observe({ outcome }, seconds);
      },
      appended: (result, seconds) => commitSeconds.observe({ result }, seconds),
      fannedOut: (seconds) => fanOutSeconds.observe(seconds),
      refilled: (events) => refilled.inc(events),
      wrongToken: (limited) => wrongTokens.inc({ limited: String(limited) }),
    },
    text(readings) {
      set(readings);
      return registry.metrics();
    },
  };
}

/** A client may close with any code it likes; those that mean something get a label of their own. */
const ourCodes: ReadonlySet<string> = new Set([
  ...['1000', '1001', '1002', '1005', '1006', '1007', '1009'],
  ...Object.values(closeCodes).map(({ code }) => String(code)),
]);
