/** Why the take is locked, ready to be put into words: the domain's locks, those of one kind together, and who made the change. */
import { entryById } from '../../../shared/domain/entries.ts';
import type { LateChange, Meeting } from '../../../shared/domain/meeting.ts';
import { cueLocks } from '../../../shared/domain/rules/captions.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import { isLanguage, type Language } from '../../../shared/reference/languages.ts';

export type LockReason =
  | {
      readonly kind: 'stale';
      /** The last edit of the entry, when it came after the cue was armed. */
      readonly edit: { readonly at: number; readonly by: Station } | null;
      /** The late change that says what was changed, where one was noted. */
      readonly change: LateChange | null;
    }
  | { readonly kind: 'gone'; readonly name: string }
  | { readonly kind: 'notOnFloor'; readonly name: string }
  | { readonly kind: 'missing' | 'unverified'; readonly languages: readonly Language[] };

/** Worst first, as the domain has them; empty = the take is free, or nothing is armed. */
export function lockReasons(meeting: Meeting): readonly LockReason[] {
  const cue = meeting.captions.armed;
  if (cue === null) return [];
  const locks = cueLocks(meeting);
  const name = cue.lines.floor?.name ?? '';
  const reasons: LockReason[] = [];
  if (locks.some((lock) => lock.code === 'cueStale')) {
    const entry = entryById(meeting, cue.entryId);
    const edit = entry?.lastEdit ?? null;
    const change = meeting.changes.findLast((candidate) => candidate.entryId === cue.entryId && candidate.at >= cue.armedAt) ?? null;
    reasons.push({ kind: 'stale', edit: edit !== null && edit.at >= cue.armedAt ? { at: edit.at, by: edit.by } : null, change });
    if (entry === null || !entry.persons.some((person) => person.id === cue.personId)) reasons.push({ kind: 'gone', name });
  }
  if (locks.some((lock) => lock.code === 'cueNotOnFloor')) reasons.push({ kind: 'notOnFloor', name });
  const missing = languagesOf(locks, 'captionMissing');
  if (missing.length > 0) reasons.push({ kind: 'missing', languages: missing });
  const unverified = languagesOf(locks, 'captionUnverified');
  if (unverified.length > 0) reasons.push({ kind: 'unverified', languages: unverified });
  return reasons;
}

function languagesOf(locks: ReturnType<typeof cueLocks>, code: 'captionMissing' | 'captionUnverified'): readonly Language[] {
  return locks.flatMap((lock) => {
    const language = lock.params?.language;
    return lock.code === code && typeof language === 'string' && isLanguage(language) ? [language] : [];
  });
}
