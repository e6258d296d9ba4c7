/** Who stands in a group, as a condition. */
import type { FilterLeaf } from '#contract/party-filter.ts';

export function leafOfGroup(by: string, value: string | null): FilterLeaf {
  if (value === null) return { field: by, op: 'empty' };
  return { field: by, op: 'is', value: by === 'city' ? value : [value] };
}
