/** A warning of `lookAhead` in words of the interface: what the booth has to do, and the same for the chair's assistant. */
import { assertNever } from '../../../shared/lib/assert.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { AheadWarning, Trouble } from '../../../shared/domain/rules/look-ahead.ts';
import type { Language, LanguageCode } from '../../../shared/reference/languages.ts';
import type { I18n } from '../../state/i18n-context.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';

type Words = Pick<I18n, 't' | 'languageName' | 'direction'>;
/** A trouble and the language in which it comes. */
type SaidTrouble = Trouble & { readonly language: LanguageCode };

/** To the booth concerned: "do not hand over to E2: relay for AR ZH needs E1". */
export function boothSentence(warning: SaidTrouble, i18n: Words): string {
  switch (warning.kind) {
    case 'gap':
      return i18n.t(`lookAhead.booth.gap.${warning.reason}`, { language: i18n.languageName(warning.language) });
    case 'doubleRelay':
      return i18n.t('lookAhead.booth.doubleRelay', { code: codes([warning.relayFrom], i18n) });
    case 'handoverNeeded':
      return i18n.t('lookAhead.booth.handoverNeeded', { who: warning.interpreter });
    case 'singlePivot': {
      const words = { who: warning.interpreter, codes: codes(warning.takers, i18n) };
      if (warning.notTo.length === 0) return i18n.t('lookAhead.booth.singlePivotAlone', words);
      return i18n.t('lookAhead.booth.singlePivot', { ...words, others: warning.notTo.join(', ') });
    }
    case 'retourNeeded':
      return i18n.t('lookAhead.booth.retourNeeded', { code: codes([warning.into], i18n), who: warning.interpreter });
    case 'videoWithoutText':
      return i18n.t('lookAhead.booth.videoWithoutText');
    default:
      return assertNever(warning);
  }
}

/** To the chair's assistant, with the booths concerned: "EN: do not hand over to E2; relay for AR ZH needs E1". */
export function chairSentence(warning: SaidTrouble, i18n: Words): string {
  const booths = codes(warning.booths, i18n);
  switch (warning.kind) {
    case 'gap':
      return i18n.t(`lookAhead.chair.gap.${warning.reason}`, { booths, language: i18n.languageName(warning.language) });
    case 'doubleRelay':
      return i18n.t('lookAhead.chair.doubleRelay', { booths, code: codes([warning.relayFrom], i18n) });
    case 'handoverNeeded': {
      const words = { booths, who: warning.interpreter };
      if (warning.takesOverFrom === null) return i18n.t('lookAhead.chair.handoverUnknown', words);
      return i18n.t('lookAhead.chair.handoverNeeded', { ...words, from: warning.takesOverFrom });
    }
    case 'singlePivot': {
      const words = { booths, who: warning.interpreter, codes: codes(warning.takers, i18n) };
      if (warning.notTo.length === 0) return i18n.t('lookAhead.chair.singlePivotAlone', words);
      return i18n.t('lookAhead.chair.singlePivot', { ...words, others: warning.notTo.join(', ') });
    }
    case 'retourNeeded':
      return i18n.t('lookAhead.chair.retourNeeded', { booths, code: codes([warning.into], i18n), who: warning.interpreter });
    case 'videoWithoutText':
      return i18n.t('lookAhead.chair.videoWithoutText');
    default:
      return assertNever(warning);
  }
}

/** In a table, beside what the booth takes: `→ E1`, "not E2"; `null` for what the table says already. */
export function markWords(warning: Trouble, i18n: Words): string | null {
  if (warning.kind === 'handoverNeeded') return `${i18n.direction() === 'rtl' ? '←' : '→'} ${warning.interpreter}`;
  if (warning.kind !== 'singlePivot') return null;
  return warning.notTo.length === 0
    ? i18n.t('lookAhead.mark.singlePivotAlone', { who: warning.interpreter })
    : i18n.t('lookAhead.mark.singlePivot', { others: warning.notTo.join(', ') });
}

/** When there is no warning: that all is well, or that nobody can know. */
export function nothingWords({ languages, booths }: Pick<Meeting, 'languages' | 'booths'>, i18n: Pick<I18n, 't'>): string {
  const known = languages.some((language) => booths[language].interpreters.length > 0);
  return i18n.t(known ? 'lookAhead.nothing' : 'lookAhead.noTeams');
}

/** From here on "in 75:10" says less than a time of day. */
const longestWaitMs = 60 * 60_000;

/** "in 4:10", "at 17:20" when that is far; `null` when nobody can tell. */
export function dueWords(
  warning: Pick<AheadWarning, 'at'>,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
  i18n: Pick<I18n, 't' | 'clock'>,
): string | null {
  if (warning.at === null) return null;
  const leftMs = warning.at - now;
  if (leftMs >= longestWaitMs) return i18n.t('lookAhead.at', { time: i18n.clock(warning.at, timeZone, 'minutes') });
  return i18n.t('lookAhead.in', { time: formatElapsed(leftMs / 1000) });
}

/** `AR ZH`, kept together and in this order also in an Arabic sentence. */
function codes(languages: readonly Language[], { direction }: Words): string {
  const text = languages.map((language) => language.toUpperCase()).join(' ');
  // LEFT-TO-RIGHT ISOLATE and its end.
  return direction() === 'rtl' ? `\u2066${text}\u2069` : text;
}
