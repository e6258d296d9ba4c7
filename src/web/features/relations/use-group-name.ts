import { useQuery } from '@tanstack/react-query';
import type { ListGroup } from '#contract/party-lists.ts';
import { listQueries } from '../../api/list-queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import { choicesOf } from './say-filter.ts';

/** What a group is called: a word of the program, or the name somebody gave it. */
export function useGroupName(by: string): (group: ListGroup) => string {
  const spoken = useSpoken();
  const own = useQuery(listQueries.fields()).data?.items ?? [];
  const { noValue } = spoken.words.lists;
  const choices = new Map(choicesOf(by, spoken, own));
  return ({ value, label }) => {
    if (value === null) return by in noValue ? noValue[by as keyof typeof noValue] : noValue.other;
    return label ?? choices.get(value) ?? value;
  };
}
