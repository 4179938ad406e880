import { describe, expect, it } from 'vitest';
import type { Catalogue, PluralMessage } from '../../shared/i18n/catalogue.ts';
import { english } from '../../shared/i18n/en/catalogue.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';

type Message = string | PluralMessage;

const catalogues = new Map<Language, ReadonlyMap<string, Message>>();
for (const language of officialLanguages) catalogues.set(language, messagesOf(await loadCatalogue(language)));
const source = messagesOf(english);

describe.each(officialLanguages)('the catalogue %s', (language) => {
  const messages = catalogues.get(language) ?? new Map<string, Message>();

  it('has exactly the keys of the English one', () => {
    expect(source.size).toBeGreaterThan(300);
    expect([...messages.keys()].toSorted()).toEqual([...source.keys()].toSorted());
  });

  it('has no empty message and no markup', () => {
    const wrong = [...messages].filter(
      ([key, message]) =>
        !key.startsWith('refusals.textMarkup') && formsOf(message).some((form) => form.trim() === '' || /<\w|&\w+;/.test(form)),
    );
    expect(wrong).toEqual([]);
  });

  it('names the same values in its sentences', () => {
    const wrong = [...source].flatMap(([key, message]) => {
      const expected = placeholders(fullForm(message));
      const found = placeholders(fullForm(messages.get(key) ?? ''));
      return expected.join() === found.join() ? [] : [`${key}: ${expected.join()} / ${found.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  it('knows every plural form of its language, and only those', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const wrong = [...messages].flatMap(([key, message]) =>
      typeof message === 'string' || Object.keys(message).toSorted().join() === needed.join() ? [] : [key],
    );
    expect(wrong).toEqual([]);
  });

  it('in its plural forms names nothing that the general form does not', () => {
    const wrong = [...messages].flatMap(([key, message]) => {
      const known = placeholders(fullForm(message));
      return formsOf(message).every((form) => placeholders(form).every((name) => known.includes(name))) ? [] : [key];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the translations', () => {
  it('are in the writing of their language', () => {
    const letters: Partial<Record<Language, RegExp>> = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
    for (const [language, script] of Object.entries(letters)) {
      const messages = catalogues.get(language as Language) ?? new Map<string, Message>();
      const foreign = [...messages].filter(([, message]) => {
        const form = wordsOf(message);
        return /\p{L}{2,}/u.test(form) && !script.test(form);
      });
      // The product's name, and the words that stand in Latin letters on every interpreter's console.
      expect(foreign.map(([key]) => key).filter((key) => !internationalWords.test(key))).toEqual([]);
    }
  });

  it('are not copies of the English', () => {
    for (const language of officialLanguages.filter((candidate) => candidate !== 'en')) {
      const messages = catalogues.get(language) ?? new Map<string, Message>();
      const same = [...messages].filter(
        ([key, message]) => twoWords.test(wordsOf(message)) && fullForm(message) === fullForm(source.get(key) ?? ''),
      );
      expect(same.map(([key]) => `${language} ${key}`)).toEqual([]);
    }
  });
});

const twoWords = /\p{L}{4,}.* .*\p{L}{4,}/u;
const internationalWords = /^common\.productName$|\.floor$|floor/i;

function messagesOf(catalogue: Catalogue): ReadonlyMap<string, Message> {
  return new Map(walk(catalogue, ''));
}

function walk(node: unknown, path: string): [string, Message][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) throw new Error(`Expected a message or a group at ${path}`);
  if ('other' in node && typeof node.other === 'string') return [[path, { ...node, other: node.other }]];
  return Object.entries(node).flatMap(([key, child]) => walk(child, path === '' ? key : `${path}.${key}`));
}

function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : Object.values(message).filter((form) => form !== undefined);
}

function fullForm(message: Message): string {
  return typeof message === 'string' ? message : message.other;
}

function wordsOf(message: Message): string {
  return fullForm(message).replace(/\{\w+\}/g, '');
}

function placeholders(form: string): readonly string[] {
  return [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();
}
