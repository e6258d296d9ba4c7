import type { Tag } from '#contract/tags.ts';
import classes from './tag-pill.module.css';

/** A tag: its word on a breath of its colour. */
export function TagPill({ name, colour }: { name: string; colour: Tag['colour'] }) {
  return (
    <span className={classes.pill} data-colour={colour}>
      {name}
    </span>
  );
}
