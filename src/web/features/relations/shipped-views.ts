/** Views that come with the program. */
import type { FilterTree } from '#contract/party-filter.ts';
import type { ListState } from '../../api/list-queries.ts';

interface ShippedView {
  readonly key: 'quiet' | 'oneSided' | 'noRole';
  readonly state: ListState;
}

const only = (...all: Extract<FilterTree, { all: unknown }>['all']): FilterTree => ({ all });

export const shippedViews: readonly ShippedView[] = [
  {
    key: 'quiet',
    state: { filter: only({ field: 'alarm', op: 'is', value: ['quiet', 'gone'] }), sort: 'bond' },
  },
  {
    key: 'oneSided',
    state: { filter: only({ field: 'carrier', op: 'is', value: ['ours', 'theirs'] }), sort: 'last' },
  },
  {
    key: 'noRole',
    state: { filter: only({ field: 'role', op: 'empty' }), columns: 'name,role,status,last,employer', sort: 'last' },
  },
];
