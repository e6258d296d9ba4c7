import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Field } from '#contract/fields.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { FieldForm } from './field-form.tsx';
import classes from './settings.module.css';
import { useUndoable, wordTouches } from './use-word-acts.ts';

/** Fields of one's own: added, put in order, archived; everybody has them at once. */
export function Fields({ isOwner }: { isOwner: boolean }) {
  const { records, settings } = useWords();
  const asked = useQuery(queries.fields());
  const [open, setOpen] = useState<string | null>(null);
  const items = asked.data?.items ?? [];
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <>
      <p className="soft">{records.fields.lead}</p>
      {!isOwner && <p className="soft">{settings.ownerOnly}</p>}
      {asked.data && items.length === 0 && <p>{records.fields.none}</p>}
      <ul className={classes.list}>
        {items.map((field, at) =>
          open === field.id ? (
            <li key={field.id} className={classes.wide}>
              <FieldForm field={field} onClose={() => setOpen(null)} />
            </li>
          ) : (
            <FieldLine
              key={field.id}
              field={field}
              mayChange={isOwner}
              place={at + 1}
              isLast={at === items.length - 1}
              onOpen={() => setOpen(field.id)}
            />
          ),
        )}
      </ul>
      {isOwner && open === null && (
        <div>
          <Button variant="default" onClick={() => setOpen('new')}>
            {records.fields.add}
          </Button>
        </div>
      )}
      {open === 'new' && <FieldForm field={null} onClose={() => setOpen(null)} />}
    </>
  );
}

interface LineProps {
  readonly field: Field;
  readonly mayChange: boolean;
  readonly place: number;
  readonly isLast: boolean;
  readonly onOpen: () => void;
}

function FieldLine({ field, mayChange, place, isLast, onOpen }: LineProps) {
  const { fields, savedOne } = useWords().records;
  const params = { fieldId: field.id };
  const move = useAct({
    run: (to: number) => api.fields.update({ ...nothing, params, body: { place: to }, headers: newKey() }),
    touches: wordTouches,
  });
  const archive = useUndoable({
    run: (isArchived: boolean) => api.fields.update({ ...nothing, params, body: { isArchived }, headers: newKey() }),
    recordOf: () => field.id,
    say: () => savedOne(field.name),
  });
  const about = [fields.types[field.type], fields.applies[field.appliesTo], fields.inApi(field.key)];
  const choices = field.options.map(({ label }) => label).join(', ');
  return (
    <li className={classes.stacked}>
      <span>
        {field.name} {field.isArchived && <span className="soft">({fields.archived})</span>}
        <br />
        <span className="soft small">{about.join(' · ')}</span>
      </span>
      <span className="soft small">{choices}</span>
      {mayChange && (
        <span className={classes.lineActs}>
          {place > 1 && (
            <Arrow label={fields.up(field.name)} onClick={() => move.mutate(place - 1)}>
              <IconArrowUp size={16} aria-hidden="true" />
            </Arrow>
          )}
          {!isLast && (
            <Arrow label={fields.down(field.name)} onClick={() => move.mutate(place + 1)}>
              <IconArrowDown size={16} aria-hidden="true" />
            </Arrow>
          )}
          <Button size="xs" variant="default" aria-label={fields.rename(field.name)} onClick={onOpen}>
            {fields.rename('').trim()}
          </Button>
          <Button size="xs" variant="default" onClick={() => archive.mutate(!field.isArchived)}>
            {field.isArchived ? fields.unarchive : fields.archive}
          </Button>
        </span>
      )}
    </li>
  );
}

function Arrow({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}
