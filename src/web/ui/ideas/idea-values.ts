/** The choices there are, without the code that checks them. */
import type { IdeaNaming, IdeaStatus } from '#contract/ideas.ts';

export type { Idea } from '#contract/ideas.ts';

export const ideaStatuses: readonly IdeaStatus[] = ['new', 'considering', 'doing', 'delivered', 'not-now'];
export const ideaNamings: readonly IdeaNaming[] = ['unasked', 'asked', 'yes', 'no'];
