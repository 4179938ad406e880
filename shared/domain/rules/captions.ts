/**
 * Lower thirds: what a cue says, when it may air, and why not. The lock that screens show and the refusal that a take gets
 * come from the same function, so they cannot disagree.
 */
import { fingerprint } from '../../lib/fingerprint.ts';
import type { EntryId } from '../../lib/ids.ts';
import { ok, type Result } from '../../lib/result.ts';
import { directionOf, isLanguage, type Language, type LanguageCode } from '../../reference/languages.ts';
import type { Command } from '../commands.ts';
import { entryById, isWaiting, personOf } from '../entries.ts';
import type { Fact } from '../events.ts';
import type { CaptionLine, CaptionText, Cue, Entry, Meeting, OutputLanguage, Person } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { nextEntry } from '../selectors.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type FrozenCue = Omit<Cue, 'armedAt' | 'armedBy'>;

export type CaptionState = 'verified' | 'unverified' | 'missing';

export function captionState(person: Person, language: Language): CaptionState {
  const caption = person.captions[language];
  if (caption === undefined) return 'missing';
  return caption.verified === null ? 'unverified' : 'verified';
}

/** The entry has the floor, or is the next one. Who was interrupted by a point of order is neither. */
export function mayAir(meeting: Meeting, entryId: EntryId): boolean {
  return meeting.floor?.entryId === entryId || nextEntry(meeting)?.id === entryId;
}

/** Everything that stands between the armed cue and the air, worst first; empty = it may be taken. */
export function cueLocks(meeting: Meeting): readonly Refusal[] {
  const cue = meeting.captions.armed;
  if (cue === null) return [];
  const entry = entryById(meeting, cue.entryId);
  const person = entry?.persons.find((candidate) => candidate.id === cue.personId);
  const locks: Refusal[] = [];
  if (entry === null || person === undefined || entry.captionRevision !== cue.captionRevision) {
    locks.push({ code: 'cueStale', params: { name: cue.lines.floor?.name ?? '' }, current: entry?.captionRevision ?? null });
  }
  if (!mayAir(meeting, cue.entryId) || wasArmedForAnother(meeting, cue))
    locks.push({ code: 'cueNotOnFloor', params: { name: cue.lines.floor?.name ?? '' } });
  for (const language of meeting.captions.required) {
    const line = cue.lines[language];
    if (line === undefined) locks.push({ code: 'captionMissing', params: { language } });
    else if (!line.verified) locks.push({ code: 'captionUnverified', params: { language } });
  }
  return locks;
}

export function isStale(meeting: Meeting): boolean {
  return cueLocks(meeting).some((lock) => lock.code === 'cueStale');
}

export function armCaption(meeting: Meeting, command: Of<'armCaption'>): Result<readonly Fact[], Refusal> {
  const entry = entryById(meeting, command.entryId);
  if (entry === null) return refuse('entryUnknown');
  if (!isWaiting(entry) && entry.status !== 'speaking') return refuse('entryNotWaiting', { current: entry.status });
  const person = personOf(entry, command.personId ?? speakingPerson(meeting, entry));
  if (person === null) return refuse('personUnknown');
  return ok([{ type: 'captionArmed', cue: freeze(`cue-${meeting.counters.cue + 1}`, entry, person, meeting.languages) }]);
}

export function takeCaption(meeting: Meeting, command: Of<'takeCaption'>): Result<readonly Fact[], Refusal> {
  const cue = meeting.captions.armed;
  if (cue === null || cue.id !== command.cueId) return refuse('cueUnknown', { current: cue === null ? null : { cueId: cue.id } });
  if (cue.hash !== command.cueHash) return refuse('cueHashDiffers', { current: { cueId: cue.id, cueHash: cue.hash } });
  const [lock] = cueLocks(meeting);
  if (lock !== undefined) return { ok: false, error: lock };
  return ok([{ type: 'captionTaken', cueId: cue.id, cueHash: cue.hash }]);
}

export function clearCaption(meeting: Meeting): Result<readonly Fact[], Refusal> {
  return meeting.captions.onAir === null ? refuse('nothingOnAir') : ok([{ type: 'captionCleared' }]);
}

/**
 * The cue names one person of the entry, and then another one got the floor. Arming it afterwards is a deliberate choice:
 * a video message and the person who takes part for its speaker share one taking of the floor.
 */
function wasArmedForAnother(meeting: Meeting, cue: Cue): boolean {
  const floor = meeting.floor;
  return floor?.entryId === cue.entryId && floor.personId !== cue.personId && cue.armedAt < floor.since;
}

function speakingPerson(meeting: Meeting, entry: Entry): string | undefined {
  return [meeting.floor, meeting.interrupted].find((floor) => floor?.entryId === entry.id)?.personId;
}

function freeze(id: string, entry: Entry, person: Person, languages: readonly Language[]): FrozenCue {
  const lines: Partial<Record<OutputLanguage, CaptionLine>> = { floor: floorLine(entry, person) };
  for (const language of languages) {
    const caption = person.captions[language];
    if (caption !== undefined) lines[language] = toLine(caption, language);
  }
  const content = { entryId: entry.id, personId: person.id, captionRevision: entry.captionRevision, lines };
  return { id, ...content, hash: fingerprint(content) };
}

/** The floor output shows the name as its owner writes it: a delegation in the language it speaks. */
function floorLine(entry: Entry, person: Person): CaptionLine {
  const spoken = isLanguage(entry.language) ? person.captions[entry.language] : undefined;
  if (person.kind === 'delegation' && spoken !== undefined) return toLine(spoken, entry.language);
  return {
    name: person.name,
    function: spoken?.function ?? person.function,
    language: person.nameLanguage,
    direction: directionOf(person.nameLanguage),
    verified: true,
  };
}

function toLine(caption: CaptionText, language: LanguageCode): CaptionLine {
  return {
    name: caption.name,
    function: caption.function,
    language,
    direction: directionOf(language),
    verified: caption.verified !== null,
  };
}
