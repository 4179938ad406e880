/** Which page an address names. Pages are opened in windows of their own, so an address is read once. */
import { isStation, type Station } from '../shared/domain/stations.ts';
import { type BoothName, isBoothName } from '../shared/reference/languages.ts';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'chair' | 'webcast' | 'display'; readonly meetingId: string; readonly station: Station }
  | { readonly page: 'booth'; readonly meetingId: string; readonly station: Station; readonly booth: BoothName }
  | { readonly page: 'teams'; readonly meetingId: string; readonly station: Station }
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
      return detail !== undefined && isBoothName(detail)
        ? { page, meetingId, station: `booth:${detail}`, booth: detail }
        : { page: 'notFound' };
    // The sheet of the chief interpreter; the chair's assistant opens the same.
    case 'teams':
      if (detail === undefined) return { page, meetingId, station: 'chief' };
      return detail === 'chair' ? { page, meetingId, station: 'chair' } : { page: 'notFound' };
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
  if (isBoothName(text)) return `booth:${text}`;
  return isStation(text) ? text : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
