import { allBooths, type BoothName, isBoothName, isLanguage, type Language } from '../reference/languages.ts';

/** A place of work with rights. `booth:<lang>` is a whole booth, not one interpreter; `chief` is the chief interpreter. */
export type Station = 'admin' | 'chair' | 'chief' | `booth:${BoothName}` | 'webcast' | 'display' | 'output' | 'viewer';
export type StationKind = 'admin' | 'chair' | 'chief' | 'booth' | 'webcast' | 'display' | 'output' | 'viewer';

/**
 * Who gets which frames. Staff see the whole meeting; the public audience (room display, output pages) never receives
 * scripts, notes, late changes, signals or names of interpreters.
 */
export type Audience = 'staff' | 'public';

export const allStations: readonly Station[] = [
  'admin',
  'chair',
  'chief',
  ...allBooths.map((booth): Station => `booth:${booth}`),
  'webcast',
  'display',
  'output',
  'viewer',
];

export function isStation(text: string): text is Station {
  return (allStations as readonly string[]).includes(text);
}

export function stationKind(station: Station): StationKind {
  return station.startsWith('booth:') ? 'booth' : (station as Exclude<Station, `booth:${BoothName}`>);
}

export function boothName(station: Station): BoothName | null {
  const name = station.startsWith('booth:') ? station.slice('booth:'.length) : '';
  return isBoothName(name) ? name : null;
}

/** `null` also for the booths without a channel. */
export function boothLanguage(station: Station): Language | null {
  const name = boothName(station);
  return name !== null && isLanguage(name) ? name : null;
}

export function audienceOf(station: Station): Audience {
  return station === 'display' || station === 'output' ? 'public' : 'staff';
}
