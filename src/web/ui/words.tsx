/** The reader's words and ways of writing numbers and dates, for every component. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Words } from '#messages/en/words.ts';
import { type Formats, makeFormats } from '#messages/formats.ts';
import type { Locale } from '#messages/locales.ts';

interface Spoken {
  readonly words: Words;
  readonly formats: Formats;
  readonly locale: Locale;
}

const SpokenContext = createContext<Spoken | null>(null);

interface Props {
  readonly locale: Locale;
  readonly words: Words;
  readonly timeZone: string;
  readonly children: ReactNode;
}

export function WordsProvider({ locale, words, timeZone, children }: Props) {
  const spoken = useMemo(
    () => ({ words, locale, formats: makeFormats({ locale, timeZone }) }),
    [words, locale, timeZone],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error('WordsProvider is missing');
  return spoken;
}

export function useWords(): Words {
  return useSpoken().words;
}
