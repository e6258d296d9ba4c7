import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { queries } from '../../api/queries.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './facts.module.css';

interface Props {
  readonly label: string;
  readonly value: readonly string[];
  readonly onSave: (names: readonly string[]) => void;
  readonly onClose: () => void;
}

export function TagsEditor(props: Props) {
  const { records } = useWords();
  const tags = useQuery(queries.tags());
  return <NamesEditor {...props} hint={records.tagsHint} known={(tags.data?.items ?? []).map(({ name }) => name)} />;
}

export function GroupsEditor(props: Props) {
  const { records } = useWords();
  const groups = useQuery(queries.groups());
  return (
    <NamesEditor {...props} hint={records.groupsHint} known={(groups.data?.items ?? []).map(({ name }) => name)} />
  );
}

/** Names that are there already, or new ones; each is saved as it comes. */
function NamesEditor({
  label,
  value,
  onSave,
  onClose,
  hint,
  known,
}: Props & { hint: string; known: readonly string[] }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <TagsInput
      aria-label={label}
      placeholder={hint}
      className={classes.editor}
      data={[...known]}
      value={[...value]}
      maxTags={50}
      onChange={onSave}
      onBlur={onClose}
      onKeyDown={onKeyDown}
      autoFocus
    />
  );
}
