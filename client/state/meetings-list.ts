/** What the first page reads by HTTP: which meetings there are, and for the administrator their station links. */
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { allBooths, type BoothName } from '../../shared/reference/languages.ts';

export interface MeetingSummary {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly status: Meeting['status'];
}

export interface StationLink {
  readonly station: Station;
  readonly url: string;
}

/** A list that is asked for and does not come is as old as one that cannot be asked for: two and a half beacons of a station. */
const answerWithinMs = limits.beaconsUntilNotLive * limits.beaconMs.station;

/** Rejects when the server is away, or does not answer. */
export async function fetchMeetings(): Promise<readonly MeetingSummary[]> {
  const response = await fetch('/api/meetings', { signal: AbortSignal.timeout(answerWithinMs) });
  if (!response.ok) throw new Error(`Expected the list of meetings, got status ${response.status}`);
  const body: { readonly meetings: readonly MeetingSummary[] } = await response.json();
  return body.meetings;
}

/** `null` for everybody but the administrator. Rejects when the server is away. */
export async function fetchLinks(meetingId: string): Promise<readonly StationLink[] | null> {
  const response = await fetch(`/api/meetings/${encodeURIComponent(meetingId)}/links`);
  if (response.status === 401 || response.status === 403) return null;
  if (!response.ok) throw new Error(`Expected the links of a meeting, got status ${response.status}`);
  const body: { readonly links: LinksOfMeeting } = await response.json();
  return inOrder(body.links);
}

/** False when it could not be done; nothing is half done that a second try would not finish. */
export async function deleteMeeting(meetingId: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/meetings/${encodeURIComponent(meetingId)}`, {
      method: 'DELETE',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return response.ok || response.status === 404;
  } catch {
    return false;
  }
}

interface LinksOfMeeting {
  readonly chair?: string;
  readonly chief?: string;
  readonly webcast?: string;
  readonly display?: string;
  readonly output?: string;
  readonly viewer?: string;
  readonly booths: Readonly<Partial<Record<BoothName, string>>>;
}

function inOrder(links: LinksOfMeeting): readonly StationLink[] {
  const wanted: readonly (readonly [Station, string | undefined])[] = [
    ['chair', links.chair],
    ['chief', links.chief],
    ['webcast', links.webcast],
    ['viewer', links.viewer],
    ...allBooths.map((booth) => [`booth:${booth}`, links.booths[booth]] as const),
    ['display', links.display],
    ['output', links.output],
  ];
  return wanted.flatMap(([station, url]) => (url === undefined ? [] : [{ station, url }]));
}
