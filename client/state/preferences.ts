/** What one person chose on this device: language of the interface, appearance, keys. */
import { type Accessor, createSignal } from 'solid-js';
import { isLanguage, type Language } from '../../shared/reference/languages.ts';

export type Theme = 'automatic' | 'dark' | 'dim' | 'light' | 'contrast';
export const themes: readonly Theme[] = ['automatic', 'dark', 'dim', 'light', 'contrast'];

/** Per cent of the light of the theme. Not darker: who comes next to this screen must see that it is on. */
export const brightnessRange = { least: 30, most: 100, step: 10 } as const;

export interface Preferences {
  readonly language: Accessor<Language>;
  setLanguage(language: Language): void;
  readonly theme: Accessor<Theme>;
  setTheme(theme: Theme): void;
  /** Within `brightnessRange`. */
  readonly brightness: Accessor<number>;
  setBrightness(percent: number): void;
  /** Keys that differ from the defaults, by action. */
  readonly keys: Accessor<Readonly<Record<string, string>>>;
  setKeys(keys: Readonly<Record<string, string>>): void;
}

export interface PreferencesSource {
  /** `location.search`. */
  readonly query: string;
  /** `navigator.languages`. */
  readonly languages: readonly string[];
  /** `null` where the browser forbids it: choices then last as long as the page. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
}

const names = { language: 'rostrum.language', theme: 'rostrum.theme', brightness: 'rostrum.brightness', keys: 'rostrum.keys' } as const;

export function createPreferences(source: PreferencesSource): Preferences {
  const [language, setLanguage] = createSignal(chooseLanguage(source));
  const [theme, setTheme] = createSignal(storedTheme(source));
  const [brightness, setBrightness] = createSignal(withinRange(Number(source.storage?.getItem(names.brightness) ?? brightnessRange.most)));
  const [keys, setKeys] = createSignal(storedKeys(source));
  const keep = (name: string, value: string): void => source.storage?.setItem(name, value);
  return {
    language,
    setLanguage(chosen) {
      setLanguage(chosen);
      keep(names.language, chosen);
    },
    theme,
    setTheme(chosen) {
      setTheme(chosen);
      keep(names.theme, chosen);
    },
    brightness,
    setBrightness(percent) {
      keep(names.brightness, String(setBrightness(withinRange(percent))));
    },
    keys,
    setKeys(chosen) {
      setKeys(() => chosen);
      keep(names.keys, JSON.stringify(chosen));
    },
  };
}

/** `?lang=`, else what was chosen here before, else the first of the browser's languages that is one of the six, else English. */
export function chooseLanguage(source: PreferencesSource): Language {
  const wanted = [new URLSearchParams(source.query).get('lang'), source.storage?.getItem(names.language), ...source.languages];
  for (const candidate of wanted) {
    const base = (candidate ?? '').toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

function storedTheme({ query, storage }: PreferencesSource): Theme {
  const wanted = new URLSearchParams(query).get('theme') ?? storage?.getItem(names.theme);
  return themes.find((theme) => theme === wanted) ?? 'automatic';
}

function withinRange(percent: number): number {
  const { least, most } = brightnessRange;
  return Number.isFinite(percent) ? Math.min(most, Math.max(least, percent)) : most;
}

function storedKeys({ storage }: PreferencesSource): Readonly<Record<string, string>> {
  const text = storage?.getItem(names.keys) ?? '{}';
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    // Written by another version or by hand: the defaults are a fair answer.
    return {};
  }
}

/** Reading the property alone throws where storage is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
