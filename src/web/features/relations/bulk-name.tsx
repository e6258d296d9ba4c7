import { Autocomplete, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { listQueries } from '../../api/list-queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './bulk-bar.module.css';

interface Props {
  readonly kind: 'tag' | 'group';
  readonly onClose: () => void;
  readonly onName: (name: string, isAdded: boolean) => void;
}

/** Which tag or group, known or new, on or off. */
export function BulkName({ kind, onClose, onName }: Props) {
  const { acts } = useWords().lists;
  const tags = useQuery({ ...listQueries.tags(), enabled: kind === 'tag' }).data?.items ?? [];
  const teams = useQuery({ ...listQueries.teams(), enabled: kind === 'group' }).data?.items ?? [];
  const [name, setName] = useState('');
  const label = kind === 'tag' ? acts.tagName : acts.groupName;
  const isNamed = name.trim() !== '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isNamed) onName(name.trim(), true);
  };
  return (
    <Dialog title={kind === 'tag' ? acts.tag : acts.group} size="sm" onClose={onClose}>
      <form onSubmit={send} className={classes.form}>
        <Autocomplete
          label={label}
          data-autofocus
          maxLength={60}
          value={name}
          onChange={setName}
          data={(kind === 'tag' ? tags : teams).map((one) => one.name)}
        />
        <div className={classes.acts}>
          <Button type="submit" disabled={!isNamed}>
            {acts.add}
          </Button>
          <Button variant="default" disabled={!isNamed} onClick={() => onName(name.trim(), false)}>
            {acts.take}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
