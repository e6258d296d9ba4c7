/** Which language is spoken, and changing it while the page stays. */
import { createContext, useContext } from 'react';
import type { Locale } from '#messages/locales.ts';

interface Language {
  readonly locale: Locale;
  readonly speak: (locale: Locale) => void;
}

export const LanguageContext = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('LanguageContext is missing');
  return language;
}
