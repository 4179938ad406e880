/** Finding a State by a few letters in any of the six languages. */
import { foldName } from '../../../shared/reference/un-short-names/fold.ts';
import { commonShortForms } from '../../../shared/reference/un-short-names/common-forms.ts';
import { type UnShortName, unShortNames } from '../../../shared/reference/un-short-names.ts';

const mostShown = 8;

/** Best first: the whole name, then names that begin so, then names in which a word begins so. */
export function searchStates(query: string): readonly UnShortName[] {
  const wanted = foldName(query);
  if (wanted === '') return [];
  const ranked = unShortNames.flatMap((state) => {
    const rank = Math.min(...foldedForms(state).map((form) => rankOf(form, wanted)));
    return rank === noMatch ? [] : [{ state, rank }];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostShown)
    .map(({ state }) => state);
}

const noMatch = 9;

function rankOf(form: string, wanted: string): number {
  if (form === wanted) return 0;
  if (form.startsWith(wanted)) return 1;
  if (form.includes(` ${wanted}`)) return 2;
  // Chinese does not part its words.
  return han.test(wanted) && form.includes(wanted) ? 3 : noMatch;
}

const han = /\p{Script=Han}/u;

const folded = new Map<string, readonly string[]>();

function foldedForms(state: UnShortName): readonly string[] {
  const known = folded.get(state.iso2);
  if (known !== undefined) return known;
  const forms = [...Object.values(state.names), ...(commonShortForms[state.iso2] ?? []), state.iso2].map(foldName);
  folded.set(state.iso2, forms);
  return forms;
}
