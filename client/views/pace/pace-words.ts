/** Pace in words: the number, its unit, and a word that says the same as its colour. */
import type { LivePace, Pace, PaceLevel, PaceUnit, PlannedPace } from '../../../shared/domain/rules/pace.ts';
import type { I18n } from '../../state/i18n-context.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { formatTimer } from '../../ui/format-timer.ts';

type Words = Pick<I18n, 't' | 'number'>;

export const paceTones: Readonly<Record<PaceLevel, Tone | undefined>> = { ok: undefined, amber: 'warn', red: 'air' };

/** Nobody reads so fast: the text has to be cut, by how much does not matter. */
const mostShown = 400;

/** `190 w/min · too fast`. */
export function rateWords({ perMinute, level }: Pace, unit: PaceUnit, i18n: Words): string {
  const rate = perMinute > mostShown ? `>${i18n.number(mostShown)}` : i18n.number(perMinute);
  return `${i18n.t(`pace.rate.${unit}`, { rate })} · ${i18n.t(`pace.level.${level}`)}`;
}

/** `340 words in 2:00: 170 w/min · too fast`. */
export function plannedWords(pace: PlannedPace, limitSeconds: number, i18n: Words): string {
  return i18n.t('pace.planned', {
    amount: i18n.t(`pace.count.${pace.unit}`, { count: pace.count }),
    time: formatTimer(limitSeconds, 'negative'),
    rate: rateWords(pace, pace.unit, i18n),
  });
}

export interface PaceWords {
  readonly text: string;
  readonly tone: Tone | undefined;
}

/**
 * How fast, or what the text asks for before anything is measured; then how fast the rest has to be, when that is news.
 * Empty when there is no text.
 */
export function liveWords(live: LivePace | null, planned: PlannedPace | null, i18n: Words): readonly PaceWords[] {
  if (live === null) return [];
  const { measured, needed, unit } = live;
  const part = (key: 'reads' | 'asks' | 'needs', pace: Pace | null): readonly PaceWords[] =>
    pace === null ? [] : [{ text: i18n.t(`pace.${key}`, { rate: rateWords(pace, unit, i18n) }), tone: paceTones[pace.level] }];
  const now = measured === null ? part('asks', planned) : part('reads', measured);
  return needed === null || needed.level === 'ok' ? now : [...now, ...part('needs', needed)];
}
