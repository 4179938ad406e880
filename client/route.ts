/** Which page an address names. Pages are opened in windows of their own, so an address is read once. */
import { isStation, type Station } from '../shared/domain/stations.ts';
import { isLanguage, type Language } from '../shared/reference/languages.ts';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'chair' | 'webcast' | 'display'; readonly meetingId: string; readonly station: Station }
  | { readonly page: 'booth'; readonly meetingId: string; readonly station: Station; readonly language: Language }
  | { readonly page: 'line'; readonly meetingId: string; readonly station: Station }
  | { readonly page: 'notFound' };

/** `station`: the right that the page asks for; the server knows whether this browser has it. */
export function routeOf(path: string): Route {
  const [first, meetingId, page, detail, ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (first === undefined) return { page: 'home' };
  if (first !== 'm' || meetingId === undefined || rest.length > 0) return { page: 'notFound' };
  switch (page) {
    case 'chair':
    case 'webcast':
    case 'display':
      return detail === undefined ? { page, meetingId, station: page } : { page: 'notFound' };
    case 'booth':
      return detail !== undefined && isLanguage(detail)
        ? { page, meetingId, station: `booth:${detail}`, language: detail }
        : { page: 'notFound' };
    case 'line': {
      const station = stationNamed(detail ?? '');
      return station === null ? { page: 'notFound' } : { page, meetingId, station };
    }
    default:
      return { page: 'notFound' };
  }
}

/** `booth:fr`, and `fr` for short. */
function stationNamed(text: string): Station | null {
  if (isLanguage(text)) return `booth:${text}`;
  return isStation(text) ? text : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
