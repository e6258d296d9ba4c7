/** The languages there are; Dutch comes first. */
export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
  return value === 'nl' || value === 'en';
}

/** The first language of a wish list (as a browser or Accept-Language gives it) that is spoken here. */
export function chooseLocale(wished: readonly string[]): Locale {
  for (const tag of wished) {
    const language = tag.slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return 'nl';
}
