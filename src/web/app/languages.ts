/** Words are fetched per language, only the one that is read. */
import type { Words } from '#messages/en/words.ts';
import { chooseLocale, isLocale, type Locale } from '#messages/locales.ts';

const key = 'hecht-locale';

export async function loadWords(locale: Locale): Promise<Words> {
  if (locale === 'nl') return (await import('#messages/nl/words.ts')).words;
  return (await import('#messages/en/words.ts')).words;
}

export function rememberedLocale(): Locale {
  const kept = readKept();
  return isLocale(kept) ? kept : chooseLocale(navigator.languages);
}

export function rememberLocale(locale: Locale): void {
  try {
    window.localStorage.setItem(key, locale);
  } catch {
    // A browser that keeps nothing: the account knows it too.
  }
}

function readKept(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}
