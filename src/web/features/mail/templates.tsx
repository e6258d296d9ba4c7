import { Button, CloseButton, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { MailTemplate } from '#contract/mail-templates.ts';
import type { RichText } from '#contract/rich-text.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useEntered } from '../../ui/use-entered.ts';
import { useSpoken, useWords } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';

const Editor = lazy(() =>
  import('../../ui/rich-text/rich-text-editor.tsx').then((loaded) => ({ default: loaded.RichTextEditor })),
);
const touches = [['mail', 'templates'], ['changes']];

export function Templates() {
  const { settings } = useMailWords();
  const { data } = useQuery(mailQueries.templates());
  const [open, setOpen] = useState<string | null>(null);
  const items = data?.items ?? [];
  const close = () => setOpen(null);
  return (
    <section aria-label={settings.templates} className={classes.section}>
      <h2>{settings.templates}</h2>
      <p className="soft">{settings.templatesLead}</p>
      {data && items.length === 0 && <p>{settings.noTemplates}</p>}
      {items.map((template) => (
        <div key={template.id} className={classes.sender}>
          {open === template.id ? (
            <TemplateForm template={template} onClose={close} />
          ) : (
            <Line template={template} onOpen={() => setOpen(template.id)} />
          )}
        </div>
      ))}
      {open === 'new' ? (
        <TemplateForm template={null} onClose={close} />
      ) : (
        <Button variant="default" onClick={() => setOpen('new')}>
          {settings.newTemplate}
        </Button>
      )}
    </section>
  );
}

function Line({ template, onOpen }: { template: MailTemplate; onOpen: () => void }) {
  const words = useWords();
  const { settings } = useMailWords();
  const { id: templateId, name, by, mayChange } = template;
  const undo = useAct({
    run: async () => {
      const { items } = await api.changes.list({ ...nothing, query: { recordId: templateId, limit: '1' } });
      return api.changes.undo({ ...nothing, body: items[0] ? { changeId: items[0].id } : {}, headers: newKey() });
    },
    touches,
  });
  const remove = useAct({
    run: () => api.mailTemplates.remove({ ...nothing, params: { templateId }, headers: newKey() }),
    touches,
    onDone: () => {
      const { undo: label, close } = words.shell;
      showUndo({ message: settings.removed(name), label, close, onUndo: () => undo.mutate() });
    },
  });
  return (
    <div className={classes.buttons}>
      <strong>{name}</strong>
      <span className="soft small">{by === null ? template.subject : settings.templateBy(by)}</span>
      {mayChange && (
        <>
          <Button size="xs" variant="default" aria-label={settings.change(name)} onClick={onOpen}>
            {settings.change('').trim()}
          </Button>
          <CloseButton size="sm" aria-label={settings.remove(name)} onClick={() => remove.mutate()} />
        </>
      )}
    </div>
  );
}

function TemplateForm({ template: shown, onClose }: { template: MailTemplate | null; onClose: () => void }) {
  const template = useEntered(shown);
  const { words, locale } = useSpoken();
  const { settings, letter } = useMailWords();
  const { data } = useQuery(mailQueries.templates());
  const [name, setName] = useState(template?.name ?? '');
  const [subject, setSubject] = useState(template?.subject ?? '');
  const [body, setBody] = useState<RichText | null>(template?.body ?? null);
  const [isShared, setShared] = useState(template?.isShared ?? false);
  const save = useAct({
    run: () => {
      const fields = {
        name: name.trim(),
        subject,
        isShared,
        body: body ?? { type: 'doc', content: [{ type: 'paragraph' }] },
      };
      if (!template) return api.mailTemplates.create({ ...nothing, body: fields as never, headers: newKey() });
      const headers = { ...newKey(), ...ifMatch(template.version) };
      return api.mailTemplates.update({
        ...nothing,
        params: { templateId: template.id },
        body: fields as never,
        headers,
      });
    },
    touches,
    isQuiet: true,
    onDone: onClose,
  });
  const failure = save.isError ? describeFailure(save.error, words) : null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        label={settings.templateName}
        value={name}
        required
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={letter.subject}
        value={subject}
        maxLength={500}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Suspense>
        <Editor
          label={letter.body}
          placeholder={letter.placeholder}
          start={template?.body ?? null}
          people={[]}
          onChange={setBody}
          onSubmit={() => save.mutate()}
          onCancel={onClose}
          onFiles={() => undefined}
        />
      </Suspense>
      <div>
        <p className="soft small">{settings.fieldsHint}</p>
        <ul className={classes.chips} aria-label={settings.fields}>
          {data?.fields.map((field) => (
            <li key={field.nl}>
              <code>{`{{${field[locale]}}}`}</code>
            </li>
          ))}
        </ul>
      </div>
      <Switch
        label={settings.templateShared}
        checked={isShared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      {failure && (
        <p role="alert" className={classes.warning}>
          {failure.sentence}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {settings.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
