import { Button, CloseButton, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { RelationType } from '#contract/relations.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './settings.module.css';
import { useUndoable, wordTouches } from './use-word-acts.ts';

/** Kinds of links, each with a verb for both directions. */
export function RelationTypes() {
  const { types } = useWords().records;
  const asked = useQuery(queries.relationTypes());
  const [open, setOpen] = useState<string | null>(null);
  const items = asked.data?.items ?? [];
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <>
      <p className="soft">{types.lead}</p>
      <ul className={classes.list}>
        {items.map((type) =>
          open === type.id ? (
            <li key={type.id} className={classes.wide}>
              <TypeForm type={type} onClose={() => setOpen(null)} />
            </li>
          ) : (
            <TypeLine key={type.id} type={type} onOpen={() => setOpen(type.id)} />
          ),
        )}
      </ul>
      {open === 'new' ? (
        <TypeForm type={null} onClose={() => setOpen(null)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen('new')}>
            {types.add}
          </Button>
        </div>
      )}
    </>
  );
}

function TypeLine({ type, onOpen }: { type: RelationType; onOpen: () => void }) {
  const { types, fields, links } = useWords().records;
  const [forward, backward] = links.verbs[type.key] ?? [type.verbForward, type.verbBackward];
  const remove = useUndoable({
    run: (relationTypeId: string) =>
      api.relationTypes.remove({ ...nothing, params: { relationTypeId }, headers: newKey() }),
    recordOf: (id) => id,
    say: () => types.removed(forward),
  });
  // Said beforehand: nobody needs to be refused to learn it.
  const isUsed = type.relationCount > 0;
  const tell = () => notifications.show({ message: types.refused(type.relationCount) });
  return (
    <li>
      <span>{forward}</span>
      <span className="soft">
        {backward}
        {isUsed && <span className="small"> · {types.inUse(type.relationCount)}</span>}
      </span>
      <span className={classes.lineActs}>
        {!type.isShipped && (
          <>
            <Button size="xs" variant="default" aria-label={fields.rename(forward)} onClick={onOpen}>
              {fields.rename('').trim()}
            </Button>
            <CloseButton
              size="sm"
              aria-label={types.remove(forward)}
              onClick={() => (isUsed ? tell() : remove.mutate(type.id))}
            />
          </>
        )}
      </span>
    </li>
  );
}

function TypeForm({ type, onClose }: { type: RelationType | null; onClose: () => void }) {
  const { records, shell } = useWords();
  const { types, yes } = records;
  const [verbForward, setForward] = useState(type?.verbForward ?? '');
  const [verbBackward, setBackward] = useState(type?.verbBackward ?? '');
  const save = useAct({
    run: () => {
      const body = { verbForward: verbForward.trim(), verbBackward: verbBackward.trim() };
      if (!type) return api.relationTypes.create({ ...nothing, body, headers: newKey() });
      return api.relationTypes.update({ ...nothing, params: { relationTypeId: type.id }, body, headers: newKey() });
    },
    touches: wordTouches,
    onDone: onClose,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={types.forward}
        placeholder={types.forwardHint}
        value={verbForward}
        maxLength={60}
        data-autofocus
        onChange={(event) => setForward(event.currentTarget.value)}
      />
      <TextInput
        label={types.backward}
        placeholder={types.forwardHint}
        value={verbBackward}
        maxLength={60}
        onChange={(event) => setBackward(event.currentTarget.value)}
      />
      <div className={classes.lineActs}>
        <Button type="submit" loading={save.isPending} disabled={!verbForward.trim() || !verbBackward.trim()}>
          {yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}
