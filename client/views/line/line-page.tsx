import type { JSX } from 'solid-js';
import { StationFrame } from '../frame/station-frame.tsx';

/** Placeholder: the page's own helper writes it. */
export function LinePage(): JSX.Element {
  return <StationFrame>{(meeting) => <p>{meeting().title}</p>}</StationFrame>;
}
