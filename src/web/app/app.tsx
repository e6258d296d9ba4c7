import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, useCallback, useMemo, useState } from 'react';
import type { Words } from '#messages/en/words.ts';
import type { Locale } from '#messages/locales.ts';
import { LanguageContext } from '../ui/language.tsx';
import { Later } from '../ui/later.tsx';
import { WordsProvider } from '../ui/words.tsx';
import { cache } from './cache.ts';
import { loadWords, rememberLocale } from './languages.ts';
import { router } from './router.tsx';
import { makeTheme, readStyleNonce, resolveVariables } from './theme.ts';

/** Behind the first screen: what is told before it is there waits for it. */
const Toasts = lazy(() => import('./toasts.tsx').then(({ Toasts: loaded }) => ({ default: loaded })));

interface Spoken {
  readonly locale: Locale;
  readonly words: Words;
}

export function App({ start }: { start: Spoken }) {
  const [spoken, setSpoken] = useState(start);
  const speak = useCallback((locale: Locale) => {
    void loadWords(locale).then((words) => {
      rememberLocale(locale);
      document.documentElement.lang = locale;
      setSpoken({ locale, words });
    });
  }, []);
  const language = useMemo(() => ({ locale: spoken.locale, speak }), [spoken.locale, speak]);
  const theme = useMemo(() => makeTheme({ closeLabel: spoken.words.shell.close }), [spoken.words]);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={resolveVariables}
      getStyleNonce={readStyleNonce}
    >
      <LanguageContext value={language}>
        <WordsProvider locale={spoken.locale} words={spoken.words} timeZone={timeZone}>
          <QueryClientProvider client={cache}>
            <RouterProvider router={router} />
          </QueryClientProvider>
          <Later>
            <Toasts />
          </Later>
        </WordsProvider>
      </LanguageContext>
    </MantineProvider>
  );
}
