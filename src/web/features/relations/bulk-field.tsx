import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Field } from '#contract/fields.ts';
import type { FieldInput } from '#contract/party-facts.ts';
import { listQueries } from '../../api/list-queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './bulk-bar.module.css';
import { BulkFieldValue, type FieldDraft, noDraft, readFieldDraft } from './bulk-field-value.tsx';

interface Props {
  readonly onClose: () => void;
  readonly onSet: (field: string, value: FieldInput) => void;
}

/** Which own field, and what goes in; or nothing any more. */
export function BulkField({ onClose, onSet }: Props) {
  const { words, formats } = useSpoken();
  const { acts } = words.lists;
  const fields = (useQuery(listQueries.fields()).data?.items ?? []).filter(({ isArchived }) => !isArchived);
  const [key, setKey] = useState<string | null>(fields.length === 1 ? (fields[0]?.key ?? null) : null);
  const [draft, setDraft] = useState<FieldDraft>(noDraft);
  const [wrong, setWrong] = useState<string | null>(null);
  const field: Field | undefined = fields.find((one) => one.key === key);
  const value = field ? readFieldDraft(field, draft, formats) : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!field || value === null) return;
    if (value === undefined)
      return setWrong(words.errors.problems[`not-a-${field.type}`] ?? words.errors.problems['not-an-amount'] ?? '');
    onSet(field.key, value);
  };
  return (
    <Dialog title={acts.ownField} size="sm" onClose={onClose}>
      <form onSubmit={send} className={classes.form}>
        <Select
          label={acts.whichField}
          data-autofocus
          data={fields.map((one) => ({ value: one.key, label: one.name }))}
          value={key}
          onChange={(chosen) => {
            setKey(chosen);
            setDraft(noDraft);
            setWrong(null);
          }}
        />
        {field && <BulkFieldValue {...{ field, draft, wrong }} onDraft={setDraft} />}
        <div className={classes.acts}>
          <Button type="submit" disabled={!field || value === null}>
            {acts.setField}
          </Button>
          <Button variant="default" disabled={!field} onClick={() => field && onSet(field.key, null)}>
            {acts.emptyField}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
