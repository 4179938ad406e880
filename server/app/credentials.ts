/** What a request says about who sends it, read from its headers: the same for HTTP and for the WebSocket handshake. */
import { allStations, isStation, type Station } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';

export interface Credentials {
  /** `bearer`: a program that names its token itself, which no other site can make a browser do. */
  readonly kind: 'bearer' | 'cookie';
  /** To be tried in this order. */
  readonly tokens: readonly string[];
}

export interface RequestHeaders {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

export const adminCookie = 'rostrum_admin';

/** One cookie per meeting and station, so that one browser can hold several stations in several tabs. */
export function cookieName(meetingId: MeetingId, station: Station): string {
  return station === 'admin' ? adminCookie : `rostrum_${meetingId}_${station.replace(':', '-')}`;
}

/** `wanted`: the station that the page is for, from `?station=`; without it the first that the browser holds. */
export function credentialsOf(headers: RequestHeaders, meetingId: MeetingId, wanted: string | null): Credentials {
  const bearer = headers.authorization?.match(/^Bearer ([A-Za-z0-9_-]{1,200})$/i)?.[1];
  if (headers.authorization !== undefined) return { kind: 'bearer', tokens: bearer === undefined ? [] : [bearer] };
  const cookies = parseCookies(headers.cookie ?? '');
  const stations = wanted === null ? stationsThenAdmin : isStation(wanted) ? [wanted] : [];
  const tokens = stations.flatMap((station) => cookies.get(cookieName(meetingId, station)) ?? []);
  return { kind: 'cookie', tokens };
}

const stationsThenAdmin: readonly Station[] = [...allStations.filter((station) => station !== 'admin'), 'admin'];

function parseCookies(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.flatMap(([name, value]) => (name !== undefined && value !== undefined ? [[name, value] as const] : [])));
}
