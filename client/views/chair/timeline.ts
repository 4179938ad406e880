/** The two hours as one bar: what was, what is, what is to come, in proportion of time. */
import type { Entry, Meeting, Segment } from '../../../shared/domain/meeting.ts';
import { remainingMs } from '../../../shared/domain/rules/clock.ts';
import type { Forecast } from '../../../shared/domain/rules/forecast.ts';

export interface Timeline {
  /** Epoch ms: start of the meeting, and the wall or the likely end, whichever is later. */
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly TimelineBlock[];
  /** Part of the whole, 0 to 1; `null` outside the bar. */
  readonly nowAt: number | null;
  readonly wallAt: number;
  readonly endAt: number;
}

export type BlockKind = 'chair' | 'opening' | 'moderator' | 'panellist' | 'podium' | 'floor' | 'pointOfOrder' | 'rightOfReply';

/** Neighbours of one kind and segment. `start` and `size` are parts of the whole; `done` is the part of the block that is over. */
export interface TimelineBlock {
  readonly key: string;
  readonly kind: BlockKind;
  readonly segment: Segment;
  /** Number of the floor segment among the floor segments, from 1; 0 on the podium. */
  readonly slot: number;
  readonly speakers: number;
  readonly start: number;
  readonly size: number;
  readonly done: number;
  readonly state: 'past' | 'running' | 'toCome';
}

interface Span {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

export function timeline(meeting: Meeting, forecast: Forecast, now: number): Timeline {
  const spans = spansOf(meeting, forecast, now);
  const from = Math.min(meeting.startedAt ?? meeting.plannedStartAt, spans[0]?.from ?? Number.POSITIVE_INFINITY);
  const to = Math.max(forecast.wallAt, forecast.projectedEndAt, ...spans.map((span) => span.to));
  const part = (instant: number): number => (instant - from) / (to - from);
  const blocks: TimelineBlock[] = [];
  for (const group of groupsOf(spans)) {
    const [first, last] = [group[0], group.at(-1)];
    const segment = meeting.segments.find((candidate) => candidate.id === first?.entry.segmentId);
    if (first === undefined || last === undefined || segment === undefined) continue;
    const done = Math.min(1, Math.max(0, (now - first.from) / Math.max(1, last.to - first.from)));
    const started = first.from < now && first.entry.status !== 'listed' && first.entry.status !== 'called';
    blocks.push({
      key: `${first.entry.id} ${first.from < now ? 'begun' : 'toCome'}`,
      kind: kindOf(first.entry, segment),
      segment,
      slot: segment.part === 'floor' ? slotNumber(meeting, segment) : 0,
      speakers: group.length,
      start: part(first.from),
      size: part(last.to) - part(first.from),
      done: started ? done : 0,
      state: !started ? 'toCome' : group.every(({ entry }) => entry.status === 'done') ? 'past' : 'running',
    });
  }
  const nowPart = part(now);
  const running = meeting.startedAt !== null && meeting.status !== 'closed';
  return {
    from,
    to,
    blocks,
    nowAt: running && nowPart >= 0 && nowPart <= 1 ? nowPart : null,
    wallAt: part(forecast.wallAt),
    endAt: part(forecast.projectedEndAt),
  };
}

/** In order of time. */
function spansOf(meeting: Meeting, forecast: Forecast, now: number): readonly Span[] {
  const floorEndAt = meeting.floor === null ? now : now + Math.max(0, remainingMs(meeting.floor.clock, now));
  const spans: Span[] = [];
  const starts = new Map(forecast.starts.map((start) => [start.entryId, start.at]));
  for (const entry of meeting.entries) {
    const likely = starts.get(entry.id);
    if (meeting.floor?.entryId === entry.id) spans.push({ entry, from: meeting.floor.since, to: floorEndAt });
    else if (meeting.interrupted?.entryId === entry.id) spans.push(...aroundTheInterruption(meeting, entry, floorEndAt, now));
    else if (likely !== undefined) spans.push({ entry, from: likely, to: likely + entry.limitSeconds * 1000 });
    else if (entry.spoken?.endedAt) spans.push({ entry, from: entry.spoken.startedAt, to: entry.spoken.endedAt });
  }
  return spans.sort((one, other) => one.from - other.from);
}

function aroundTheInterruption(meeting: Meeting, entry: Entry, until: number, now: number): readonly Span[] {
  const interrupted = meeting.interrupted;
  if (interrupted === null) return [];
  const left = Math.max(0, remainingMs(interrupted.clock, now));
  return [
    { entry, from: interrupted.since, to: meeting.floor?.since ?? now },
    { entry, from: until, to: until + left },
  ];
}

function groupsOf(spans: readonly Span[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  for (const span of spans) {
    const group = groups.at(-1);
    const before = group?.at(-1)?.entry;
    const same = before?.segmentId === span.entry.segmentId && before.role === span.entry.role && before.kind === span.entry.kind;
    if (group !== undefined && same) group.push(span);
    else groups.push([span]);
  }
  return groups;
}

function kindOf(entry: Entry, segment: Segment): BlockKind {
  if (entry.kind !== 'statement') return entry.kind;
  return entry.role ?? segment.part;
}

function slotNumber(meeting: Meeting, segment: Segment): number {
  return meeting.segments.filter((other) => other.part === 'floor').findIndex((other) => other.id === segment.id) + 1;
}
