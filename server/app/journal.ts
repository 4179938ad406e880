/** The newest events as prebuilt frames, numbered per audience: what is sent to all, and what a station that resumes gets. */
import type { Audience } from '../../shared/domain/stations.ts';
import type { Position, RecordedEvent } from '../store/event-store.ts';
import { eventFrame } from './frames.ts';

export type PerAudience<T> = Readonly<Record<Audience, T>>;

export interface Journal {
  /** The delivery counter: how many frames this audience was sent. */
  counter(audience: Audience): number;
  add(recorded: RecordedEvent): PerAudience<Buffer | null>;
  /** Frames after `position`, or `null` when they cannot be told from here: too old, or another history. */
  since(audience: Audience, position: Position): readonly Buffer[] | null;
}

interface Kept {
  readonly position: Position;
  readonly frames: PerAudience<Buffer | null>;
  readonly bytes: number;
}

/** A station that missed more than this is better served with a snapshot. */
const keptEvents = 1000;
const keptBytes = 8 * 1024 * 1024;

/** `counters`: where a former journal of the same meeting stood, so that numbers never repeat on one socket. */
export function createJournal(start: Position, counters: PerAudience<number> = { staff: 0, public: 0 }): Journal {
  const kept: Kept[] = [];
  const counter: Record<Audience, number> = { ...counters };
  let before = start;
  let bytes = 0;

  function numbered(audience: Audience, recorded: RecordedEvent): Buffer | null {
    const built = eventFrame(audience, recorded, counter[audience] + 1);
    if (built !== null) counter[audience] += 1;
    return built;
  }

  function forgetOldest(): void {
    while (kept.length > keptEvents || (bytes > keptBytes && kept.length > 1)) {
      const oldest = kept.shift();
      if (oldest === undefined) return;
      before = oldest.position;
      bytes -= oldest.bytes;
    }
  }

  return {
    counter: (audience) => counter[audience],
    add(recorded) {
      const frames = { staff: numbered('staff', recorded), public: numbered('public', recorded) };
      const size = (frames.staff?.length ?? 0) + (frames.public?.length ?? 0);
      kept.push({ position: recorded.position, frames, bytes: size });
      bytes += size;
      forgetOldest();
      return frames;
    },
    since(audience, position) {
      // Nothing to go on from: the state comes quicker than its whole history.
      if (position.offset === 0) return null;
      const index = position.offset - before.offset - 1;
      const here = index === -1 ? before : kept[index]?.position;
      if (here === undefined || here.epoch !== position.epoch || here.hash !== position.hash) return null;
      return kept.slice(index + 1).flatMap(({ frames }) => frames[audience] ?? []);
    },
  };
}
