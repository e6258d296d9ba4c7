import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Tag } from '#contract/tags.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { TagPill } from '../../ui/tag-pill.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './settings.module.css';
import { useUndoable } from './use-word-acts.ts';

/** All tags: renamed and coloured where they stand, folded into one another, taken away. */
export function Tags() {
  const { tags } = useWords().records;
  const asked = useQuery(queries.tags());
  const [open, setOpen] = useState<string | null>(null);
  const items = asked.data?.items ?? [];
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <>
      <p className="soft">{tags.lead}</p>
      {asked.data && items.length === 0 && <p>{tags.none}</p>}
      <ul className={classes.list}>
        {items.map((tag) => (
          <TagLine
            key={tag.id}
            tag={tag}
            others={items.filter(({ id }) => id !== tag.id)}
            isOpen={open === tag.id}
            onOpen={() => setOpen(open === tag.id ? null : tag.id)}
          />
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly tag: Tag;
  readonly others: readonly Tag[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function TagLine({ tag, others, isOpen, onOpen }: LineProps) {
  const { tags, fields } = useWords().records;
  const remove = useUndoable({
    run: (tagId: string) => api.tags.remove({ ...nothing, params: { tagId }, headers: newKey() }),
    recordOf: (tagId) => tagId,
    say: () => tags.removed(tag.name),
  });
  return (
    <li>
      <span>
        <TagPill name={tag.name} colour={tag.colour} />
      </span>
      <span className="soft small">{tags.count(tag.partyCount)}</span>
      <span className={classes.lineActs}>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          aria-label={fields.rename(tag.name)}
          onClick={onOpen}
        >
          {fields.rename('').trim()}
        </Button>
        <CloseButton size="sm" aria-label={tags.remove(tag.name)} onClick={() => remove.mutate(tag.id)} />
      </span>
      {isOpen && <TagEditor tag={tag} others={others} />}
    </li>
  );
}

const colours = ['grey', 'red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;

function TagEditor({ tag, others }: { tag: Tag; others: readonly Tag[] }) {
  const { tags, savedOne } = useWords().records;
  const [name, setName] = useState(tag.name);
  const params = { tagId: tag.id };
  const change = useUndoable({
    run: (body: { name?: string; colour?: Tag['colour'] }) =>
      api.tags.update({ ...nothing, params, body, headers: newKey() }),
    recordOf: () => tag.id,
    say: () => savedOne(tag.name),
  });
  const merge = useUndoable({
    run: (intoTagId: string) => api.tags.merge({ ...nothing, params, body: { intoTagId }, headers: newKey() }),
    recordOf: () => tag.id,
    say: (into) => tags.merged(tag.name, others.find(({ id }) => id === into)?.name ?? ''),
  });
  const rename = () => {
    if (name.trim() !== '' && name.trim() !== tag.name) change.mutate({ name: name.trim() });
  };
  return (
    <div className={`${classes.wide} ${classes.lineActs}`}>
      <TextInput
        label={tags.name}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && rename()}
      />
      <Select
        label={tags.colour}
        value={tag.colour}
        allowDeselect={false}
        w={130}
        data={colours.map((value) => ({ value, label: tags.colours[value] }))}
        onChange={(chosen) => change.mutate({ colour: colours.find((value) => value === chosen) ?? 'grey' })}
      />
      {others.length > 0 && (
        <Select
          label={tags.merge}
          value={null}
          searchable
          data={others.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(into) => into && merge.mutate(into)}
        />
      )}
    </div>
  );
}
