/** Station links as people and programs get them. */
import { boothName, type Station } from '../../shared/domain/stations.ts';
import { type BoothName, isLanguage, type Language } from '../../shared/reference/languages.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';

export interface Links {
  readonly chair?: string;
  readonly chief?: string;
  readonly webcast?: string;
  readonly display?: string;
  readonly output?: string;
  readonly viewer?: string;
  readonly booths: Partial<Record<BoothName, string>>;
}

export function joinUrl(origin: string, token: string): string {
  return `${origin}/join/${token}`;
}

export function linksFrom(origin: string, tokens: ReadonlyMap<Station, string>, languages: readonly Language[]): Links {
  const links: Record<string, string> = {};
  const booths: Partial<Record<BoothName, string>> = {};
  for (const [station, token] of tokens) {
    const booth = boothName(station);
    if (booth === null) links[station] = joinUrl(origin, token);
    else if (!isLanguage(booth) || languages.includes(booth)) booths[booth] = joinUrl(origin, token);
  }
  return { ...links, booths };
}

/** Where a station works: what its link opens. */
export function pageOf(meetingId: MeetingId, station: Station): string {
  const booth = boothName(station);
  if (booth !== null) return `/m/${meetingId}/booth/${booth}`;
  switch (station) {
    case 'admin':
      return '/';
    case 'chief':
      return `/m/${meetingId}/teams`;
    case 'output':
      return `/output/${meetingId}/program/en`;
    case 'viewer':
      return `/m/${meetingId}/line/viewer`;
    default:
      return `/m/${meetingId}/${station}`;
  }
}
