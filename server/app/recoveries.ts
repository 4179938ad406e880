/**
 * What a hello is answered with: what was missed, or a snapshot, whichever is smaller; then `live` or `stale`. Built once for
 * all who are at the same place: a thousand who come back at once share one buffer.
 */
import type { Audience } from '../../shared/domain/stations.ts';
import type { Position } from '../store/event-store.ts';

/** All that makes a difference to what a connection may be sent. */
export interface Asker {
  readonly audience: Audience;
  readonly version: number;
}

export interface RecoverySource {
  /** Frames after `from`, oldest first; `null` when they cannot be told. */
  missed(audience: Audience, from: Position): readonly Buffer[] | null;
  snapshot(audience: Audience): Buffer;
  /** `live` or `stale`. */
  end(audience: Audience): Buffer;
  /** What comes after that, for those who understand it. */
  extra(asker: Asker): Buffer | null;
}

export interface Recoveries {
  /** `from`: where the asker's own state stands, if it has one. */
  bytesFor(asker: Asker, from: Position | null): Buffer;
  /** To be called whenever the state, its place, or whether it is live has changed. */
  forget(): void;
  /** When only `extra` has changed. */
  forgetExtra(): void;
}

/** Places from which stations come back at the same moment; more are built anew. Bounds the memory. */
const keptPlaces = 16;

export function createRecoveries(source: RecoverySource): Recoveries {
  let snapshots: Partial<Record<Audience, Buffer>> = {};
  /** By asker and hash of the place; without a place, the snapshot. */
  const built = new Map<string, Buffer>();
  /** Length of the last snapshot: the state grows slowly, so a new one need not be built only to be compared. */
  const snapshotBytes: Record<Audience, number> = { staff: 0, public: 0 };

  function snapshotFor(audience: Audience): Buffer {
    const snapshot = snapshots[audience] ?? source.snapshot(audience);
    snapshots = { ...snapshots, [audience]: snapshot };
    snapshotBytes[audience] = snapshot.length;
    return snapshot;
  }

  function smallest(audience: Audience, missed: readonly Buffer[] | null): readonly Buffer[] {
    if (missed === null) return [snapshotFor(audience)];
    const bytes = missed.reduce((sum, { length }) => sum + length, 0);
    const isClearlySmaller = bytes * 2 <= snapshotBytes[audience];
    return bytes === 0 || isClearlySmaller || bytes <= snapshotFor(audience).length ? missed : [snapshotFor(audience)];
  }

  function build(asker: Asker, missed: readonly Buffer[] | null): Buffer {
    const extra = source.extra(asker);
    return Buffer.concat([...smallest(asker.audience, missed), source.end(asker.audience), ...(extra === null ? [] : [extra])]);
  }

  function keep(key: string, bytes: Buffer): Buffer {
    const [oldest] = built.keys();
    if (built.size >= keptPlaces && oldest !== undefined) built.delete(oldest);
    built.set(key, bytes);
    return bytes;
  }

  return {
    bytesFor(asker, from) {
      const { audience, version } = asker;
      const missed = from === null ? null : source.missed(audience, from);
      // What cannot be told from a place is a snapshot, whatever the place: a stranger's hash makes no entry of its own.
      const key = `${audience} ${version} ${missed === null ? '' : from?.hash}`;
      return built.get(key) ?? keep(key, build(asker, missed));
    },
    forget() {
      snapshots = {};
      built.clear();
    },
    forgetExtra: () => built.clear(),
  };
}
