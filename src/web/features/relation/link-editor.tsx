import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useEntered } from '../../ui/use-entered.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';
import facts from './facts.module.css';
import { linkTouches, type PartyLink } from './party-link.ts';

interface LinkFields {
  readonly title: string | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** From when till when a link holds, and of an employment the job. */
export function LinkEditor({ link: shown, onClose }: { link: PartyLink; onClose: () => void }) {
  const link = useEntered(shown);
  const words = useWords();
  const { records, shell } = words;
  const { links } = records;
  const [title, setTitle] = useState(link.title ?? '');
  const [fromOn, setFrom] = useState(link.fromOn ?? '');
  const [untilOn, setUntil] = useState(link.untilOn ?? '');
  const params = { relationId: link.id };
  const back = useAct({
    run: ({ title: job, fromOn: from, untilOn: until }: LinkFields) =>
      api.relations.update({
        ...nothing,
        params,
        body: { title: job, fromOn: from, untilOn: until },
        headers: newKey(),
      }),
    touches: linkTouches,
  });
  const save = useAct({
    run: (body: LinkFields) =>
      api.relations.update({ ...nothing, params, body, headers: { ...newKey(), ...ifMatch(link.version) } }),
    touches: linkTouches,
    isQuiet: true,
    onDone: () => {
      const message = records.savedOne(link.other.name);
      showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => back.mutate(link) });
      onClose();
    },
  });
  const failure = save.isError ? describeFailure(save.error, words) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ title: title.trim() || null, fromOn: fromOn || null, untilOn: untilOn || null });
  };
  return (
    <form className={`${facts.editor} ${classes.linkEditor}`} onSubmit={send}>
      <div className={facts.line}>
        {link.typeKey === 'works-at' && (
          <TextInput
            label={links.title}
            value={title}
            autoFocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
        <TextInput
          type="date"
          label={links.from}
          value={fromOn}
          error={failure?.fields['fromOn']}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={links.till}
          value={untilOn}
          error={failure?.fields['untilOn'] ?? (failure && !failure.fields['fromOn'] ? failure.sentence : null)}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <div className={facts.acts}>
        <Button type="submit" variant="default" loading={save.isPending}>
          {records.yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}
