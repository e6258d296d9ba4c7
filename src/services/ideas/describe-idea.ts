import type { Idea } from '#contract/ideas.ts';
import type { IdeaRow } from '#store/ideas.ts';

export function describeIdea(row: IdeaRow): Idea {
  const occasion = (at: Date | null, by: string | null, interactionId: string | null) =>
    at === null ? null : { at: at.toISOString(), by: by ?? 'other', interactionId };
  return {
    id: row.id,
    party: { id: row.partyId, name: row.partyName },
    colleague: row.colleagueId === null ? null : { id: row.colleagueId, name: row.colleagueName ?? '' },
    text: row.text,
    status: row.status,
    came: { at: row.cameAt.toISOString(), by: row.cameBy, interactionId: row.cameIn },
    delivered: row.deliveredOn === null ? null : { in: row.deliveredIn, on: row.deliveredOn },
    told: occasion(row.toldAt, row.toldBy, row.toldIn),
    thanked: occasion(row.thankedAt, row.thankedBy, row.thankedIn),
    naming: row.naming,
    version: row.version,
  };
}
