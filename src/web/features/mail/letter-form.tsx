import { Button, Select, Switch, TextInput, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { OutboxMail } from '#contract/outbox.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { FilePicker } from '../../ui/file-picker.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import { HandOver } from './hand-over.tsx';
import classes from './letter.module.css';
import { LetterFiles } from './letter-files.tsx';
import { LetterWarnings } from './letter-warnings.tsx';
import { PeopleField } from './people-field.tsx';
import { SendButtons } from './send-buttons.tsx';
import { TemplatePicker } from './template-picker.tsx';
import { useLetter } from './use-letter.ts';
import { useLetterFiles } from './use-letter-files.ts';

const Editor = lazy(() =>
  import('../../ui/rich-text/rich-text-editor.tsx').then((loaded) => ({ default: loaded.RichTextEditor })),
);
const nothingWritten = { type: 'doc', content: [{ type: 'paragraph' }] } as const;

export function LetterForm({ first }: { first: OutboxMail }) {
  const { letter } = useMailWords();
  const held = useLetter(first);
  const { draft, mail, change } = held;
  const [isAskedFor, setAskedFor] = useState(first.isAskedFor);
  const [hasCopies, setCopies] = useState(first.cc.length + first.bcc.length > 0);
  /** A new text from elsewhere (a template) begins the editor anew. */
  const [begun, setBegun] = useState({ at: 0, body: first.body });
  const files = useLetterFiles(held);
  const { data } = useQuery(mailQueries.senders());
  const hasSignature = data?.items.some((sender) => sender.connectionId === draft.connectionId && sender.signature);
  const picker = useRef<HTMLInputElement>(null);
  const sending = useRef<HTMLButtonElement>(null);
  const isEmpty = JSON.stringify(begun.body) === JSON.stringify(nothingWritten);
  return (
    <div className={classes.page}>
      <PageHead title={mail.answers ? letter.answer : letter.title} />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          sending.current?.click();
        }}
      >
        <From chosen={draft.connectionId} onChange={(connectionId) => change({ connectionId })} />
        <div className={classes.line}>
          <PeopleField label={letter.to} lines={draft.to} onChange={(to) => change({ to })} />
          {!hasCopies && (
            <UnstyledButton className={classes.quiet} onClick={() => setCopies(true)}>
              {letter.showCopies}
            </UnstyledButton>
          )}
        </div>
        {hasCopies && (
          <>
            <PeopleField label={letter.cc} lines={draft.cc} onChange={(cc) => change({ cc })} />
            <PeopleField label={letter.bcc} lines={draft.bcc} onChange={(bcc) => change({ bcc })} />
          </>
        )}
        <TextInput
          label={letter.subject}
          value={draft.subject}
          maxLength={500}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <LetterWarnings mail={mail} isAskedFor={isAskedFor} onAskedFor={setAskedFor} />
        <HandOver mail={mail} subject={draft.subject} body={draft.body} />
        <Suspense fallback={<div className={classes.loading} />}>
          <Editor
            key={begun.at}
            label={letter.body}
            placeholder={letter.placeholder}
            start={isEmpty ? null : begun.body}
            people={[]}
            onChange={(body) => change({ body: body ?? nothingWritten })}
            onSubmit={() => sending.current?.click()}
            onCancel={() => undefined}
            onFiles={files.bring}
          />
        </Suspense>
        <LetterFiles mail={mail} adding={files.adding} onDetach={files.detach} />
        <div className={classes.extras}>
          <TemplatePicker
            partyId={mail.party?.id ?? null}
            onChoose={({ subject, body }) => {
              setBegun({ at: begun.at + 1, body });
              change({ body, ...(subject !== '' && { subject }) });
            }}
          />
          <Button variant="subtle" onClick={() => picker.current?.click()}>
            {letter.attach}
          </Button>
          <FilePicker ref={picker} label={letter.attach} onFiles={files.bring} />
          {hasSignature && (
            <Switch
              label={letter.signature}
              checked={draft.hasSignature}
              onChange={(event) => change({ hasSignature: event.currentTarget.checked })}
            />
          )}
        </div>
        {mail.answers && mail.to[0] && (
          <p className="soft small">{letter.quotes(mail.to[0].name ?? mail.to[0].address)}</p>
        )}
        <SendButtons ref={sending} held={held} isAskedFor={isAskedFor} isBusy={files.adding.length > 0} />
      </form>
    </div>
  );
}

function From({ chosen: current, onChange }: { chosen: string; onChange: (connectionId: string) => void }) {
  const { letter } = useMailWords();
  const { data } = useQuery(mailQueries.senders());
  const senders = data?.items ?? [];
  const shown = senders.find(({ connectionId }) => connectionId === current);
  if (senders.length <= 1) return null;
  return (
    <Select
      label={letter.from}
      value={current}
      allowDeselect={false}
      data={senders.map(({ connectionId, address, name }) => ({
        value: connectionId,
        label: name ? `${name} <${address}>` : address,
      }))}
      onChange={(chosen) => chosen && onChange(chosen)}
      error={shown && !shown.server ? letter.noServer : undefined}
    />
  );
}
