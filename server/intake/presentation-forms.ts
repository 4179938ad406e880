/** Letters as fonts draw them, back to the letters that were written. Only these: NFKC as a whole would spoil `²`, `…` and Chinese punctuation. */

/**
 * Ligatures of Latin, the presentation forms of Hebrew and Arabic, and the radicals that Chinese fonts draw with the same
 * glyphs as the letters.
 */
const forms = /[\u2E80-\u2FD5\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;
/** Stretches a word to the width of the line. After a space it is meant: the sign of the Hijri year. */
const stretching = /(?<=\p{Script=Arabic})\u0640+(?=\p{Script=Arabic})/gu;

export function withoutPresentationForms(text: string): string {
  const letters = text.replace(forms, lettersOf).replace(stretching, '');
  return repairs.reduce((repaired, [wrong, right]) => repaired.replace(wrong, right), letters);
}

function lettersOf(form: string): string {
  const letters = form.normalize('NFKC');
  // A vowel sign that stands alone is written on a space or on a stretched line.
  return /^[ \u0640]\p{Mn}/u.test(letters) ? letters.slice(1) : letters;
}

/** What pdf.js does to Arabic and no position tells. Each is a form that no Arabic word has. */
const repairs: readonly (readonly [RegExp, string])[] = [
  // The alef of lam-alef is drawn with no width, and pdf.js then sees the space before it a second time.
  [/ل ا(?=[\u064B-\u0652]*(?:[\s\p{P}]|$))/gu, 'لا'],
  // One glyph of two letters, as in على, comes out turned: alef maqsura and ta marbuta only end a word.
  [/([ىة])(\p{Script=Arabic})(?![\p{L}\p{M}])/gu, '$2$1'],
  [/(?<![\p{L}\p{M}])يف(?![\p{L}\p{M}])/gu, 'في'],
];
