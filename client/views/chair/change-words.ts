/** Late changes in words, and in the order in which the chair's assistant has to care for them. */
import type { LateChange, Meeting } from '../../../shared/domain/meeting.ts';
import type { Forecast } from '../../../shared/domain/rules/forecast.ts';
import { isPast, notYetSeenBy, presentSeverity } from '../../../shared/domain/rules/late-changes.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import type { Params } from '../../../shared/i18n/translate.ts';
import { formatElapsed } from '../../ui/format-timer.ts';

export interface ChangeWordsPorts {
  t(key: MessageKey, params?: Params): string;
  languageName(code: string): string;
}

/** One sentence. `before` and `after` mean what the rule of each kind put there (`rules/late-changes.ts`). */
export function changeSentence(change: LateChange, words: ChangeWordsPorts): string {
  const { subject, before, after } = change;
  const plain = { subject, before: before ?? '', after: after ?? '' };
  switch (change.kind) {
    case 'replaced':
      return replacedSentence(change, words);
    case 'representation':
      if (after === null) return words.t('chair.change.representationEnds', plain);
      return words.t('chair.change.representation', plain);
    case 'language':
      return words.t('chair.change.language', { subject, before: languageOrEmpty(before, words), after: languageOrEmpty(after, words) });
    case 'delivery':
      return words.t('chair.change.delivery', { subject, before: deliveryName(before, words), after: deliveryName(after, words) });
    case 'timeLimit':
    case 'slotCut':
      return words.t(`chair.change.${change.kind}`, { subject, before: minutes(before), after: minutes(after) });
    case 'titleOrName':
      return before === null ? words.t('chair.change.titleOrNameNew', plain) : words.t('chair.change.titleOrName', plain);
    case 'text':
      return words.t('chair.change.text', plain);
    default:
      return words.t(`chair.change.${change.kind}`, plain);
  }
}

/** A video that fails leaves the other person of the place: who is gone is named, who stays is not "new". */
function replacedSentence(change: LateChange, words: ChangeWordsPorts): string {
  const [before, after] = [namesIn(change.before), namesIn(change.after)];
  const gone = before.filter((name) => !after.includes(name));
  const fresh = after.filter((name) => !before.includes(name));
  const names = (list: readonly string[]): string => list.join(' · ');
  if (fresh.length === 0 && gone.length > 0) return words.t('chair.change.speaksInPlace', { after: names(after), before: names(gone) });
  return words.t('chair.change.replaced', {
    after: names(fresh.length > 0 ? fresh : after),
    before: names(gone.length > 0 ? gone : before),
  });
}

function namesIn(text: string | null): readonly string[] {
  return text === null ? [] : text.split(' · ');
}

function languageOrEmpty(code: string | null, words: ChangeWordsPorts): string {
  return code === null ? '' : words.languageName(code);
}

function deliveryName(delivery: string | null, words: ChangeWordsPorts): string {
  return delivery === 'room' || delivery === 'video' || delivery === 'remote' ? words.t(`words.delivery.${delivery}`) : '';
}

function minutes(seconds: string | null): string {
  return seconds === null ? '' : formatElapsed(Number(seconds));
}

/** Changes that booths or the webcast had to see, of statements that are not over: owed ones first (the worst, then the oldest), then the newest. */
export function changesToShow(meeting: Meeting): readonly LateChange[] {
  const current = meeting.changes.filter((change) => change.mustSee.length > 0 && !isPast(meeting, change));
  const owed = current.filter((change) => notYetSeenBy(meeting, change).length > 0);
  const rest = current.filter((change) => !owed.includes(change)).toReversed();
  const critical = owed.filter((change) => presentSeverity(meeting, change) === 'critical');
  return [...critical, ...owed.filter((change) => !critical.includes(change)), ...rest];
}

export interface Reader {
  readonly station: Station;
  /** Seconds from the change to Seen; `null` = not yet. */
  readonly after: number | null;
}

export function readersOf(change: LateChange): readonly Reader[] {
  return change.mustSee.map((station) => {
    const seen = change.seen[station];
    return { station, after: seen === undefined ? null : Math.max(0, (seen - change.at) / 1000) };
  });
}

/** Until its speaker is likely to begin; 0 when on the floor, `null` when not in the queue. */
export function secondsToSpeak(meeting: Meeting, change: LateChange, forecast: Pick<Forecast, 'starts'>, now: number): number | null {
  if (meeting.floor?.entryId === change.entryId) return 0;
  const start = forecast.starts.find((candidate) => candidate.entryId === change.entryId);
  return start === undefined ? null : Math.max(0, (start.at - now) / 1000);
}
