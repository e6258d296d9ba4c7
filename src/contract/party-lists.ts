/** The list of relations: which, in what order, with which columns; how many, in which groups, and who stands beside whom. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { alarm, blockName, status } from './figures.ts';
import { filterText } from './filter-schema.ts';
import { groupings } from './party-filter.ts';
import { partyKind, partyRole, partyRow } from './party-rows.ts';
import { id, line, page, pageQuery, text } from './values.ts';

export const partySorts = ['bond', 'name', 'last', 'trend', 'quiet', 'created', 'foundation'] as const;

/** Which relations: the same everywhere a list is read, counted, walked, exported or changed in bulk. */
export const partySelection = {
  q: text(200).optional(),
  kind: partyKind.optional(),
  role: partyRole.optional(),
  status: status.optional(),
  alarm: alarm.optional(),
  weakest: blockName.optional(),
  /** Relations of which more than half would go with this colleague. */
  dependencyOn: id.optional(),
  filter: filterText.optional(),
};

export const partyOrder = {
  sort: z.enum(partySorts).optional(),
  order: z.enum(['asc', 'desc']).optional(),
};

/** The query of the sheet beside the contract: as the list's, without pages. */
export const exportQuery = z.strictObject({ ...partySelection, ...partyOrder, columns: text(600).optional() });

const grouping = text(120).refine(
  (by) => groupings.includes(by as (typeof groupings)[number]) || by.startsWith('fields.'),
  'unknown-field',
);

export const listGroup = z.object({
  /** A value of the grouping; null: none. */
  value: z.string().nullable(),
  /** What it is called, where that is not a word of the program. */
  label: z.string().nullable(),
  count: z.int(),
});
export type ListGroup = z.infer<typeof listGroup>;

export const matchKinds = ['name', 'mail', 'phone', 'handle', 'tag', 'field', 'note', 'typo'] as const;

export const partyLists = {
  list: endpoint({
    method: 'GET',
    path: '/parties',
    summary: 'Relations, sorted and filtered, with their figures',
    tag: 'parties',
    query: {
      ...pageQuery,
      ...partySelection,
      ...partyOrder,
      /** More to show of each, with commas between: jobTitle, city, tags, fields.key, ... */
      columns: text(600).optional(),
    },
    output: page(partyRow),
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary:
      'Relations as you type: by name, mail, phone in any notation, tags, own fields and notes; typos forgiven; best first',
    tag: 'parties',
    query: { q: line(200), limit: pageQuery.limit },
    output: z.object({
      items: z.array(
        partyRow.extend({
          matched: z.object({ by: z.enum(matchKinds), text: z.string().nullable() }),
        }),
      ),
    }),
  }),
  count: endpoint({
    method: 'GET',
    path: '/parties/count',
    summary: 'How many relations fit',
    tag: 'parties',
    query: partySelection,
    output: z.object({ count: z.int() }),
  }),
  groups: endpoint({
    method: 'GET',
    path: '/parties/groups',
    summary: 'Into which groups a list falls, and how many stand in each',
    tag: 'parties',
    query: { ...partySelection, by: grouping },
    output: z.object({ items: z.array(listGroup) }),
  }),
  around: endpoint({
    method: 'GET',
    path: '/parties/around',
    summary: 'Who stands before and after a relation in a list, and its place there',
    tag: 'parties',
    query: {
      ...partySelection,
      ...partyOrder,
      partyId: id,
      /** Count its place wherever it stands; without this only near the beginning, where that costs nothing. */
      exact: z.literal('true').optional(),
    },
    output: z.object({
      /** Is it in the list (still)? */
      isListed: z.boolean(),
      /** From 1; null where it was not counted, or stands nowhere. */
      place: z.int().nullable(),
      /** Some twenty on each side at most, in the order of the list. */
      ids: z.array(id),
      /** Is there anybody in front of the first of these, behind the last? */
      isMoreBefore: z.boolean(),
      isMoreAfter: z.boolean(),
    }),
  }),
};
