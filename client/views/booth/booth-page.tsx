import type { JSX } from 'solid-js';
import type { Language } from '../../../shared/reference/languages.ts';
import { StationFrame } from '../frame/station-frame.tsx';

/** Placeholder: the page's own helper writes it. */
export function BoothPage(_props: { readonly lang: Language }): JSX.Element {
  return <StationFrame>{(meeting) => <p>{meeting().title}</p>}</StationFrame>;
}
