import type { Idea } from '#contract/ideas.ts';
import { IdeaRow } from './idea-row.tsx';
import classes from './ideas.module.css';
import { useIdeaActs } from './use-idea-acts.ts';

interface Props {
  readonly ideas: readonly Idea[];
  /** On the relation's own page its name leads nowhere new. */
  readonly isPartyHidden?: boolean;
}

export function IdeaList({ ideas, isPartyHidden = false }: Props) {
  const acts = useIdeaActs();
  if (ideas.length === 0) return null;
  return (
    <ul className={classes.list}>
      {ideas.map((idea) => (
        <IdeaRow key={idea.id} {...{ idea, acts, isPartyHidden }} />
      ))}
    </ul>
  );
}
