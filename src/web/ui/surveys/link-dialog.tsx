import { Button, CopyButton, TextInput } from '@mantine/core';
import { Dialog } from '../dialog.tsx';
import { useSurveyWords } from '../words-of/surveys.ts';
import classes from './surveys.module.css';
import type { FreshLink } from './use-ask.ts';

/** The link is kept nowhere: whoever closes this without it asks anew. */
export function LinkDialog({ link, onClose }: { link: FreshLink; onClose: () => void }) {
  const words = useSurveyWords();
  return (
    <Dialog title={words.link.title} onClose={onClose}>
      <div className={classes.form}>
        <p>{words.link.lead(link.party.name)}</p>
        <TextInput aria-label={words.link.title} readOnly value={link.url} data-autofocus />
        <CopyButton value={link.url}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? words.link.copied : words.link.copy}</Button>}
        </CopyButton>
      </div>
    </Dialog>
  );
}
