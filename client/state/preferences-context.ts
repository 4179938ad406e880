import { createContext, useContext } from 'solid-js';
import type { Preferences } from './preferences.ts';

const PreferencesContext = createContext<Preferences>();
export const PreferencesProvider = PreferencesContext.Provider;

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === undefined) throw new Error('usePreferences needs a PreferencesProvider: client/app.tsx puts one round every page');
  return preferences;
}
