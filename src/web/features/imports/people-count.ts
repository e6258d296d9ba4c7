/** What people wrote, of all that is new: lists, bulk, automatic answers and undeliverable mail make no contact. */
import type { ImportRun } from '#contract/imports.ts';

export function countFromPeople({ stored, lists, bulk, autoReplies, bounces }: ImportRun['counts']): number {
  return Math.max(0, stored - lists - bulk - autoReplies - bounces);
}
