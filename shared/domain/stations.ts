import { isLanguage, type Language, officialLanguages } from '../reference/languages.ts';

/** A place of work with rights. `booth:<lang>` is a whole booth, not one interpreter. */
export type Station = 'admin' | 'chair' | `booth:${Language}` | 'webcast' | 'display' | 'output' | 'viewer';
export type StationKind = 'admin' | 'chair' | 'booth' | 'webcast' | 'display' | 'output' | 'viewer';

/**
 * Who gets which frames. Staff see the whole meeting; the public audience (room display, output pages) never receives
 * scripts, notes, late changes, signals or names of interpreters.
 */
export type Audience = 'staff' | 'public';

export const allStations: readonly Station[] = [
  'admin',
  'chair',
  ...officialLanguages.map((language): Station => `booth:${language}`),
  'webcast',
  'display',
  'output',
  'viewer',
];

export function isStation(text: string): text is Station {
  return (allStations as readonly string[]).includes(text);
}

export function stationKind(station: Station): StationKind {
  return station.startsWith('booth:') ? 'booth' : (station as Exclude<Station, `booth:${Language}`>);
}

export function boothLanguage(station: Station): Language | null {
  const language = station.startsWith('booth:') ? station.slice('booth:'.length) : '';
  return isLanguage(language) ? language : null;
}

export function audienceOf(station: Station): Audience {
  return station === 'display' || station === 'output' ? 'public' : 'staff';
}
