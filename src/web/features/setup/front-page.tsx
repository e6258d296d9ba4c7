import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { locales } from '#messages/locales.ts';
import { useLanguage } from '../../ui/language.tsx';
import { usePageTitle } from '../../ui/page-head.tsx';
import { useWords } from '../../ui/words.tsx';
import { FrontFlower } from './front-flower.tsx';
import classes from './front-page.module.css';

/** Outside the house: the name, one sentence, a form. */
export function FrontPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { shell } = useWords();
  const { locale, speak } = useLanguage();
  usePageTitle(title);
  return (
    <main className={classes.front}>
      <div className={classes.sheet}>
        <FrontFlower />
        <h1>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </div>
      <nav className={classes.languages} aria-label={shell.language}>
        {locales.map((choice) => (
          <UnstyledButton
            key={choice}
            lang={choice}
            onClick={() => speak(choice)}
            aria-pressed={choice === locale}
            className={classes.language}
          >
            {shell.languages[choice]}
          </UnstyledButton>
        ))}
      </nav>
    </main>
  );
}
