import { type Accessor, createContext, createEffect, createSignal, type JSX, Show, useContext } from 'solid-js';
import { boothName, type Station, stationKind } from '../../shared/domain/stations.ts';
import type { Catalogue, MessageKey } from '../../shared/i18n/catalogue.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { formatNumber, type Params, translate } from '../../shared/i18n/translate.ts';
import { directionOf, isLanguage, type Language, type LanguageCode } from '../../shared/reference/languages.ts';
import { formatClock, formatDay } from './formats.ts';
import { usePreferences } from './preferences-context.ts';

export interface I18n {
  readonly language: Accessor<Language>;
  readonly direction: Accessor<'ltr' | 'rtl'>;
  t(key: MessageKey, params?: Params): string;
  /** The whole catalogue, for what a key cannot name. */
  readonly catalogue: Accessor<Catalogue>;
  number(value: number): string;
  /** `16:41` or `16:41:07` in the time zone given. */
  clock(instantMs: number, timeZone: string, precision: 'minutes' | 'seconds'): string;
  /** A day from `YYYY-MM-DD`. */
  day(day: string): string;
  /** Of any language spoken on the floor, in the interface's own. */
  languageName(code: LanguageCode): string;
  stationName(station: Station): string;
}

const I18nContext = createContext<I18n>();

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (i18n === undefined) throw new Error('useI18n needs an I18nProvider: client/app.tsx puts one round every page');
  return i18n;
}

/** Draws its children when the catalogue is there. A change of language keeps the old words until the new ones have come. */
export function I18nProvider(props: { readonly parts?: 'all' | 'basic'; readonly children: JSX.Element }): JSX.Element {
  const preferences = usePreferences();
  const [loaded, setLoaded] = createSignal<Loaded | null>(null);

  createEffect(() => {
    const language = preferences.language();
    void loadCatalogue(language, props.parts).then((catalogue) => {
      if (preferences.language() === language) setLoaded({ language, catalogue });
    });
  });
  createEffect(() => {
    const language = loaded()?.language;
    if (language === undefined) return;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  });

  return (
    <Show when={loaded() !== null}>
      <I18nContext.Provider value={createI18n(() => loaded() ?? missing())}>{props.children}</I18nContext.Provider>
    </Show>
  );
}

interface Loaded {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

function missing(): never {
  throw new Error('Expected a catalogue: nothing is drawn before it has come');
}

export function createI18n(loaded: Accessor<Loaded>): I18n {
  const language = (): Language => loaded().language;
  const catalogue = (): Catalogue => loaded().catalogue;
  return {
    language,
    direction: () => directionOf(language()),
    catalogue,
    t: (key, params) => translate(catalogue(), language(), key, params),
    number: (value) => formatNumber(value, language()),
    clock: formatClock,
    day: (day) => formatDay(day, language()),
    languageName(code) {
      if (isLanguage(code)) return catalogue().words.language[code];
      return new Intl.DisplayNames([language()], { type: 'language' }).of(code) ?? code;
    },
    stationName(station) {
      const booth = boothName(station);
      return booth === null ? catalogue().words.station[stationKind(station)] : catalogue().words.booth[booth];
    },
  };
}
