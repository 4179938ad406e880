import type { OutputLanguage } from '../shared/domain/meeting.ts';
import { isLanguage } from '../shared/reference/languages.ts';

export interface OutputRoute {
  readonly meetingId: string;
  readonly bus: 'program' | 'preview';
  readonly language: OutputLanguage;
}

/** `/output/:id/:bus/:lang`; `null` when the address names no output. */
export function outputRouteOf(path: string): OutputRoute | null {
  const [first, meetingId, bus, language, ...rest] = path.split('/').filter((part) => part !== '');
  if (first !== 'output' || meetingId === undefined || language === undefined || rest.length > 0) return null;
  if (bus !== 'program' && bus !== 'preview') return null;
  return language === 'floor' || isLanguage(language) ? { meetingId, bus, language } : null;
}
