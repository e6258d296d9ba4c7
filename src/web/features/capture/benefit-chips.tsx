import { NativeSelect, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { giveAndTakeQueries } from '../../api/give-and-take-queries.ts';
import { useWords } from '../../ui/words.tsx';
import type { Benefit } from './benefit-words.ts';
import classes from './capture.module.css';

const offered = [
  'help',
  'advice',
  'idea',
  'referral',
  'introduction',
  'feedback',
  'thanks',
  'gift',
  'discount',
] as const;

interface Props {
  readonly benefits: readonly Benefit[];
  readonly onChange: (benefits: readonly Benefit[]) => void;
}

/** What either side gained by it. */
export function BenefitChips({ benefits, onChange }: Props) {
  const { capture, relation } = useWords();
  const known = useQuery(giveAndTakeQueries.kinds()).data?.items ?? [];
  // What the firm made itself stands behind what every firm has.
  const own = known.flatMap(({ key, isShipped }) => (isShipped ? [] : [key as Benefit['kind']]));
  const choices: readonly Benefit['kind'][] = [...offered, ...own];
  const nameOf = (kind: string) => relation.benefits[kind] ?? known.find(({ key }) => key === kind)?.name ?? kind;
  const add = (giver: Benefit['giver'], label: string) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      className={classes.add}
      value=""
      data={[{ value: '', label }, ...choices.map((value) => ({ value, label: nameOf(value) }))]}
      onChange={(event) => {
        const kind = choices.find((value) => value === event.currentTarget.value);
        if (kind) onChange([...benefits.filter((other) => other.kind !== kind), { giver, kind }]);
      }}
    />
  );
  return (
    <>
      {benefits.map(({ giver, kind }) => {
        const what = nameOf(kind);
        return (
          <span key={kind} className={classes.benefit}>
            {giver === 'theirs' ? capture.gained(what) : capture.gave(what)}
            <UnstyledButton
              className={classes.remove}
              aria-label={capture.removeBenefit(what)}
              onClick={() => onChange(benefits.filter((other) => other.kind !== kind))}
            >
              <IconX size={14} aria-hidden="true" />
            </UnstyledButton>
          </span>
        );
      })}
      {add('theirs', capture.addGained)}
      {add('ours', capture.addGave)}
    </>
  );
}
