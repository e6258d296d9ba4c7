/** Where on a relation's page one is: kept in the address bar. */
import type { BlockName } from '#engine/reading.ts';

export const relationTabs = [
  'timeline',
  'mail',
  'ledger',
  'year',
  'foundation',
  'whatif',
  'network',
  'about',
  'changes',
] as const;
export type RelationTab = (typeof relationTabs)[number];

export interface RelationPlace {
  readonly tab?: RelationTab;
  readonly block?: BlockName;
  readonly tie?: string;
  /** What the timeline shows: mail,note. */
  readonly kinds?: string;
}
