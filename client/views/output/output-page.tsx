import type { JSX } from 'solid-js';
import type { OutputLanguage } from '../../../shared/domain/meeting.ts';

/** Placeholder: the page's own helper writes it. Blank until something was taken on air. */
export function OutputPage(_props: { readonly meetingId: string; readonly bus: 'program' | 'preview'; readonly language: OutputLanguage }): JSX.Element {
  return null;
}
