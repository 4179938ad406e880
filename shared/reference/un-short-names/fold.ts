/** Articles that people put before the name of a State. The Arabic one is part of the word and stays. */
const leadingArticle = /^(?:the|les?|la|los|las|el)\s+|^l['’ʼ`´ʹ′‘]\s*/u;
const apostrophes = /['’ʼ`´ʹ′‘]/gu;
/** Tatweel stretches an Arabic word and means nothing. */
const tatweel = /\u0640/gu;

/** Two writings of one name fold to one string. Not for display. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(tatweel, '')
    .toLowerCase()
    .trim()
    .replace(leadingArticle, '')
    .replace(apostrophes, '')
    .replace(/&/gu, ' and ')
    .replace(/^st\.?\s/u, 'saint ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
