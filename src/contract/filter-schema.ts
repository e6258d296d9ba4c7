/** Filters as they come over the wire. */
import { z } from 'zod';
import { checkFilter, type FilterTree } from './party-filter.ts';

/** In a body: the tree itself. */
export const filterTree = z
  .looseObject({})
  .superRefine((tree, context) => {
    for (const { path, code } of checkFilter(tree)) context.addIssue({ code: 'custom', path, message: code });
  })
  .meta({
    description: 'Conditions: {"all" or "any": [{field, op, value}, ...]}, at most three deep',
  }) as unknown as z.ZodType<FilterTree, FilterTree>;

/** In an address: the same as JSON. */
export const filterText = z
  .string()
  .max(8_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not-json' });
      return z.NEVER;
    }
  })
  .pipe(filterTree);
