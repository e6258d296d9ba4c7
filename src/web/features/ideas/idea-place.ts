/** Which ideas one looks at: kept in the address bar. */
import type { IdeaFilter } from '../../api/idea-queries.ts';

export const ideaShows = ['new', 'considering', 'doing', 'delivered', 'not-now', 'untold', 'unthanked'] as const;

export interface IdeasPlace {
  readonly show?: (typeof ideaShows)[number];
  /** What came of them. */
  readonly thing?: string;
}

export function filterOf({ show, thing }: IdeasPlace): IdeaFilter {
  if (thing !== undefined) return { thing };
  if (show === undefined) return {};
  if (show === 'untold') return { waits: 'told' };
  return show === 'unthanked' ? { waits: 'thanks' } : { status: show };
}
