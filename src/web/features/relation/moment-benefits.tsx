import type { TimelineMoment } from '#contract/timeline.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './timeline.module.css';
import { useKindNames } from './use-kind-names.ts';

/** What either side gained by it; the firm's own kinds by their name. */
export function MomentBenefits({ benefits }: Pick<TimelineMoment, 'benefits'>) {
  const { relation } = useWords();
  const nameOf = useKindNames(benefits.some(({ kind }) => relation.benefits[kind] === undefined));
  if (benefits.length === 0) return null;
  return (
    <p className={classes.benefits}>
      {benefits.map((benefit) => (
        <span key={`${benefit.kind} ${benefit.giver}`} data-giver={benefit.giver}>
          {nameOf(benefit.kind)} {benefit.giver === 'ours' ? relation.blockPanel.ours : relation.blockPanel.theirs}
        </span>
      ))}
    </p>
  );
}
