import type { Party } from '#contract/parties.ts';

/** A declared link as one of its two ends shows it. */
export type PartyLink = Party['relations'][number];

/** What shows links. */
export const linkTouches = [['party'], ['parties'], ['tie'], ['relation-types']];
