import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { TagPill } from '../../ui/tag-pill.tsx';
import classes from './facts.module.css';

/** Tags by name, each in its own soft colour. */
export function TagPills({ names }: { names: readonly string[] }) {
  const tags = useQuery(queries.tags());
  const colourOf = new Map((tags.data?.items ?? []).map(({ name, colour }) => [name, colour]));
  return (
    <span className={classes.pills}>
      {names.map((name) => (
        <TagPill key={name} name={name} colour={colourOf.get(name) ?? 'grey'} />
      ))}
    </span>
  );
}
