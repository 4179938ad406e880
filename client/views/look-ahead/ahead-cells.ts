/** The most urgent warning of a booth in the cells of a Braille line. */
import { queue } from '../../../shared/domain/selectors.ts';
import { lookAhead, type Trouble } from '../../../shared/domain/rules/look-ahead.ts';
import { lengthOf } from '../../../shared/lib/text.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import type { Plans } from '../booth/task.ts';
import type { LineContext } from '../line/braille-lines.ts';
import { fitName } from '../line/fit-name.ts';

/** A name shorter than this says nobody's name. */
const shortestName = 4;

/**
 * "not E2 in 18 min Russian Fed.": what to do first, so that a cut costs the least. In whole minutes that are left for
 * certain, as a line that changes every second cannot be read. `null` when the booth has nothing to prepare.
 */
export function aheadInCells(context: LineContext, booth: Language, cells: number, plans?: Plans): string | null {
  const { meeting, now, word, language } = context;
  const warning = lookAhead(meeting, now, plans).find(({ booths }) => booths.includes(booth));
  if (warning === undefined) return null;
  const due = warning.at === null ? '' : word('aheadIn', { count: Math.floor((warning.at - now) / 60_000) });
  const line = [whatToDo(warning, context), due].filter((part) => part !== '').join(' ');
  const room = cells - lengthOf(line) - 1;
  const person = queue(meeting).find(({ id }) => id === warning.entryId)?.persons[0];
  if (person === undefined || room < shortestName) return [...line].slice(0, cells).join('');
  return `${line} ${fitName(person.captions[language]?.name ?? person.name, person.kind, room)}`;
}

function whatToDo(trouble: Trouble, { word }: LineContext): string {
  switch (trouble.kind) {
    case 'gap':
      return word('gap');
    case 'doubleRelay':
      return `${word('relay', { from: trouble.relayFrom })}-`;
    case 'handoverNeeded':
      return word('handover', { who: trouble.interpreter });
    case 'singlePivot':
      return trouble.notTo.length === 0
        ? word('aheadOnly', { who: trouble.interpreter })
        : word('aheadNotTo', { who: trouble.notTo.join(' ') });
    case 'retourNeeded':
      return word('retour', { into: trouble.into });
    case 'videoWithoutText':
      return word('aheadFilm');
  }
}
