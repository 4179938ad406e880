/** What the webcast desk shows besides the rules of the domain: rows, readiness, what is selected, what each key can do now. */
import { entryById, isWaiting, personOf } from '../../../shared/domain/entries.ts';
import type { CaptionLine, Cue, Entry, Meeting, OutputLanguage, Person } from '../../../shared/domain/meeting.ts';
import { type CaptionState, captionState, cueLocks } from '../../../shared/domain/rules/captions.ts';
import { distanceOf, floorEntry, nextEntry } from '../../../shared/domain/selectors.ts';
import { isLanguage, type Language } from '../../../shared/reference/languages.ts';

/** One person in one place of the list: what a cue is armed for. */
export interface Place {
  readonly entryId: string;
  readonly personId: string;
}

export type PlaceState = 'floor' | 'interrupted' | 'next' | 'waiting' | 'over';

/** Of those who have spoken, so many stay in sight. */
const rowsBefore = 2;

/** Entries around now: the last that have spoken, then all that follow on the list. */
export function runOfShow(meeting: Meeting): readonly Entry[] {
  const current = meeting.entries.findIndex((entry) => isWaiting(entry) || entry.status === 'speaking');
  const from = current < 0 ? meeting.entries.length - rowsBefore : current - rowsBefore;
  return meeting.entries.slice(Math.max(0, from));
}

export function placeStateOf(meeting: Meeting, entry: Entry): PlaceState {
  if (meeting.interrupted?.entryId === entry.id) return 'interrupted';
  const distance = distanceOf(meeting, entry.id);
  if (distance === null) return 'over';
  if (distance === 0) return 'floor';
  return distance === 1 ? 'next' : 'waiting';
}

/** As `armCaption` decides it. */
export function mayBeArmed(entry: Entry): boolean {
  return isWaiting(entry) || entry.status === 'speaking';
}

export interface Readiness {
  readonly language: Language;
  readonly state: CaptionState;
}

export function readinessOf(meeting: Meeting, person: Person): readonly Readiness[] {
  return meeting.languages.map((language) => ({ language, state: captionState(person, language) }));
}

/** Of a frozen cue, in which the floor line always stands. */
export function lineStateOf(cue: Cue, language: OutputLanguage): CaptionState {
  const line = cue.lines[language];
  if (line === undefined) return 'missing';
  return line.verified ? 'verified' : 'unverified';
}

export function outputLanguages(meeting: Meeting): readonly OutputLanguage[] {
  return [...meeting.languages, 'floor'];
}

export function lineOf(cue: Cue | null, language: OutputLanguage): CaptionLine | null {
  return cue?.lines[language] ?? null;
}

/** Name of a cue as its owner writes it, for headings. */
export function nameOfCue(cue: Cue): { readonly name: string; readonly language: string } {
  const line = cue.lines.floor ?? Object.values(cue.lines)[0];
  return { name: line?.name ?? '', language: line?.language ?? 'und' };
}

/** What was chosen by hand, as long as it is there; else who is armed or now stands in that place, who speaks, who is next. */
export function presentPlace(meeting: Meeting, chosen: Place | null): Place | null {
  const armed = meeting.captions.armed;
  const floor = meeting.floor;
  const next = nextEntry(meeting);
  const candidates = [
    chosen,
    armed === null ? null : { entryId: armed.entryId, personId: armed.personId },
    armed === null ? null : { entryId: armed.entryId, personId: firstPersonOf(entryById(meeting, armed.entryId)) },
    floor === null ? null : { entryId: floor.entryId, personId: floor.personId },
    next === null ? null : { entryId: next.id, personId: firstPersonOf(next) },
  ];
  return candidates.find((place) => place !== null && personAt(meeting, place) !== null) ?? null;
}

function firstPersonOf(entry: Entry | null): string {
  return entry?.persons[0]?.id ?? '';
}

export function personAt(meeting: Meeting, place: Place): Person | null {
  const entry = entryById(meeting, place.entryId);
  return entry === null ? null : personOf(entry, place.personId);
}

/** The row above or below in the run of show; `null` at its ends. */
export function neighbourOf(meeting: Meeting, place: Place | null, step: 1 | -1): Place | null {
  const places = runOfShow(meeting).flatMap((entry) => entry.persons.map((person): Place => ({ entryId: entry.id, personId: person.id })));
  const index = places.findIndex((other) => place !== null && other.entryId === place.entryId && other.personId === place.personId);
  if (index < 0) return places[0] ?? null;
  return places[index + step] ?? null;
}

/** The entry was edited after its cue went on air: what is shown may be wrong now. */
export function hasChangedSinceTaken(meeting: Meeting): boolean {
  const onAir = meeting.captions.onAir;
  if (onAir === null) return false;
  return entryById(meeting, onAir.cue.entryId)?.captionRevision !== onAir.cue.captionRevision;
}

export type DeskAction = 'take' | 'clear' | 'cueNext' | 'cueFloor' | 'review' | 'arm';
export type BlockReason =
  | 'notLive'
  | 'nothingArmed'
  | 'locked'
  | 'nothingOnAir'
  | 'nobodyNext'
  | 'nobodySpeaks'
  | 'cannotBeArmed'
  | 'noSelection';

/**
 * Why a key can do nothing now; `null` = it can. Taking a name off is always safe: `clear` may also be given while the
 * connection is being restored, and goes out as soon as it is.
 */
export function blockOf(
  action: DeskAction,
  meeting: Meeting,
  desk: { readonly live: boolean; readonly selected: Place | null },
): BlockReason | null {
  if (action === 'clear') return meeting.captions.onAir === null ? 'nothingOnAir' : null;
  if (!desk.live) return 'notLive';
  switch (action) {
    case 'take':
      if (meeting.captions.armed === null) return 'nothingArmed';
      return cueLocks(meeting).length > 0 ? 'locked' : null;
    case 'cueNext':
      return nextEntry(meeting) === null ? 'nobodyNext' : null;
    case 'cueFloor':
      return floorEntry(meeting) === null ? 'nobodySpeaks' : null;
    case 'review':
      return reviewBlock(meeting);
    case 'arm':
      return armBlock(meeting, desk.selected);
  }
}

/** The cue to arm again when what is armed is reviewed: the same person, or who speaks in that place now. */
export function reviewedPlace(meeting: Meeting): { readonly entryId: string; readonly personId?: string } | null {
  const cue = meeting.captions.armed;
  if (cue === null) return null;
  const stillThere = entryById(meeting, cue.entryId)?.persons.some((person) => person.id === cue.personId) ?? false;
  return stillThere ? { entryId: cue.entryId, personId: cue.personId } : { entryId: cue.entryId };
}

function reviewBlock(meeting: Meeting): BlockReason | null {
  const cue = meeting.captions.armed;
  if (cue === null) return 'nothingArmed';
  const entry = entryById(meeting, cue.entryId);
  return entry === null || !mayBeArmed(entry) ? 'cannotBeArmed' : null;
}

function armBlock(meeting: Meeting, selected: Place | null): BlockReason | null {
  if (selected === null) return 'noSelection';
  const entry = entryById(meeting, selected.entryId);
  return entry === null || !mayBeArmed(entry) ? 'cannotBeArmed' : null;
}

/** The next language of the monitors, in the order of the booths, then the floor. */
export function languageAfter(meeting: Meeting, language: OutputLanguage): OutputLanguage {
  const all = outputLanguages(meeting);
  return all[(all.indexOf(language) + 1) % all.length] ?? 'floor';
}

export function isOutputLanguage(code: string): code is OutputLanguage {
  return code === 'floor' || isLanguage(code);
}
