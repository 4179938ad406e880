/** Station links as people and programs get them. */
import { boothLanguage, type Station } from '../../shared/domain/stations.ts';
import type { Language } from '../../shared/reference/languages.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';

export interface Links {
  readonly chair?: string;
  readonly webcast?: string;
  readonly display?: string;
  readonly output?: string;
  readonly viewer?: string;
  readonly booths: Partial<Record<Language, string>>;
}

export function joinUrl(origin: string, token: string): string {
  return `${origin}/join/${token}`;
}

export function linksFrom(origin: string, tokens: ReadonlyMap<Station, string>, languages: readonly Language[]): Links {
  const links: Record<string, string> = {};
  const booths: Partial<Record<Language, string>> = {};
  for (const [station, token] of tokens) {
    const language = boothLanguage(station);
    if (language === null) links[station] = joinUrl(origin, token);
    else if (languages.includes(language)) booths[language] = joinUrl(origin, token);
  }
  return { ...links, booths };
}

/** Where a station works: what its link opens. */
export function pageOf(meetingId: MeetingId, station: Station): string {
  const language = boothLanguage(station);
  if (language !== null) return `/m/${meetingId}/booth/${language}`;
  switch (station) {
    case 'admin':
      return '/';
    case 'output':
      return `/output/${meetingId}/program/en`;
    case 'viewer':
      return `/m/${meetingId}/line/viewer`;
    default:
      return `/m/${meetingId}/${station}`;
  }
}
