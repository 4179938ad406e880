/**
 * What a language's catalogue must hold. English is the source: its shape is the type, and the compiler holds the other
 * five against it. A message is a sentence with `{name}` placeholders; one that counts is an object of
 * `Intl.PluralRules` categories and is chosen by the parameter `count`.
 */
import type { basic } from './en/basic.ts';
import type { desks } from './en/desks.ts';

type English = typeof basic & typeof desks;

/** What booths and displays need, which is all that they load. */
export type BasicSection = keyof typeof basic;
/** What only the pages of desks and the lines need besides. */
export type DeskSection = keyof typeof desks;

export type PluralMessage = { readonly other: string } & { readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string };

export type Catalogue = Shape<English>;

/** One file of a catalogue: `export const booth: Section<'booth'> = {...}`. */
export type Section<Name extends keyof Catalogue> = Catalogue[Name];

/** `'home.title'`, `'words.rank.state'`: every path that ends at a message. */
export type MessageKey = Paths<English>;

type Shape<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends { readonly other: string }
      ? PluralMessage
      : Shape<Source[Key]>;
};

type Paths<Source> = {
  [Key in keyof Source & string]: Source[Key] extends string | { readonly other: string } ? Key : `${Key}.${Paths<Source[Key]>}`;
}[keyof Source & string];
