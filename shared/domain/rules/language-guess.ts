/** Which language a text is in: by its writing, and where several share one, by words that every text in it has. */
import type { LanguageCode } from '../../reference/languages.ts';

/** Letters looked at; a statement says in its first page what it is in. */
const enough = 20_000;
/** Below this nobody can tell, and a wrong hint costs more than none. Our choice. */
const fewestLetters = 40;
/** Common words in a hundred. In running text of its own language these lists cover 25 to 45, of a neighbour's under 12. */
const commonEnough = 12;
const clearlyMore = 1.3;

/** `null`: too short, or like none of the languages known here. */
export function guessLanguage(paragraphs: readonly string[]): LanguageCode | null {
  const text = paragraphs.join(' ').slice(0, enough).toLowerCase();
  const letters = count(text, /\p{L}/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (letters < (han + kana > letters / 2 ? fewestLetters / 4 : fewestLetters)) return null;
  if (kana > letters * 0.1) return 'ja';
  for (const [script, language] of writings) if (count(text, script) > letters * 0.5) return language(text);
  return null;
}

type Choice = (text: string) => LanguageCode | null;

/** In each writing the languages of the United Nations and of many speakers; letters that only a neighbour has point to it. */
const writings: readonly (readonly [RegExp, Choice])[] = [
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Arabic}/gu, arabicWriting],
  [/\p{Script=Cyrillic}/gu, cyrillicWriting],
  [/\p{Script=Latin}/gu, latinWriting],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Bengali}/gu, () => 'bn'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Armenian}/gu, () => 'hy'],
  [/\p{Script=Georgian}/gu, () => 'ka'],
  [/\p{Script=Ethiopic}/gu, () => 'am'],
];

function arabicWriting(text: string): LanguageCode {
  const letters = count(text, /\p{Script=Arabic}/gu);
  if (count(text, /[ٹڈڑےںھ]/g) > letters * 0.02) return 'ur';
  if (count(text, /[ټډړږښڼېۍ]/g) > letters * 0.02) return 'ps';
  return count(text, /[پچژگیک]/g) > letters * 0.05 ? 'fa' : 'ar';
}

function cyrillicWriting(text: string): LanguageCode {
  const letters = count(text, /\p{Script=Cyrillic}/gu);
  const share = (own: RegExp): number => count(text, own) / letters;
  if (share(/[іїєґ]/g) > 0.02) return share(/ў/g) > 0.002 ? 'be' : share(/[әғқңұүһө]/g) > 0.02 ? 'kk' : 'uk';
  if (share(/[ђјљњћџ]/g) > 0.02) return 'sr';
  if (share(/[ыэ]/g) > 0.01) return share(/[өү]/g) > 0.02 ? 'mn' : 'ru';
  return share(/ъ/g) > 0.005 ? 'bg' : 'ru';
}

/** The commonest words that are short and bound to grammar, not to a subject. Words that two of the languages share count for both. */
const commonWords: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it as was with be by on not this are or from at which have an has we our their will all been i you',
  fr: 'de la le et les des en un une du que est pour qui dans par plus au sur ce il ne pas sont aux avec nous notre ces cette son ses été je vous leur',
  es: 'de la que el en y a los del las se por un para con no una su al lo como más o es sus este ha esta entre nuestro nuestra también son sobre',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou nos já são pelo pela também',
  it: 'di che e la il un a per in è una sono non del le si della con i da dei alla nel al più delle gli come anche questo lo ha nella',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wir bei',
  nl: 'de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of uit nog naar heeft door over we worden',
  pl: 'i w z na do nie się że jest to o przez dla jak oraz po ale od są za a ze tym które który tego jego być może także',
  tr: 've bir bu için ile da de olarak daha çok olan gibi sonra kadar en ne ama her olduğu ki var değil ya biz tüm insan',
  sw: 'ya na wa kwa ni katika la za kuwa cha hiyo hii watu kama lakini pia yake sana mwa au huo wetu vya hayo zaidi haki',
  id: 'yang dan di untuk dengan ini dari dalam pada tidak adalah itu akan ke oleh sebagai telah juga kami atau dapat bagi para lebih serta',
  ro: 'și de în a la cu pe care nu o un din că pentru este sunt mai al ale prin sau dar ca fi au lui acest această',
  sv: 'och i att det som en på är av för med den till har inte om ett de vi från men var kan så alla eller under vid',
};

const wordSets = Object.entries(commonWords).map(([language, words]) => [language, new Set(words.split(' '))] as const);

function latinWriting(text: string): LanguageCode | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = wordSets
    .map(([language, common]) => ({ language, score: (100 * words.filter((word) => common.has(word)).length) / Math.max(1, words.length) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined || second === undefined || best.score < commonEnough) return null;
  return best.score >= second.score * clearlyMore ? best.language : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
