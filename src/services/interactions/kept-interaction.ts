/** A deleted contact moment as the history keeps it, so that undo brings all of it back. */
import type { FieldValues } from '#store/changes.ts';
import type { InteractionRow } from '#store/interactions.ts';

/** The whole row as JSON keeps it. */
export function keepInteraction({ contentHash, ...row }: InteractionRow): FieldValues {
  return { ...row, contentHash: contentHash.toString('hex') };
}

export function readKeptInteraction(values: FieldValues): InteractionRow {
  const row = values as unknown as Omit<InteractionRow, 'contentHash'> & { contentHash: string };
  const instant = (value: Date | string | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    happenedAt: new Date(row.happenedAt),
    recordedAt: new Date(row.recordedAt),
    answeredAt: instant(row.answeredAt),
    sharedAt: instant(row.sharedAt),
    answers: row.answers ?? [],
    benefits: row.benefits ?? [],
    link: row.link ?? null,
    contentHash: Buffer.from(row.contentHash, 'hex'),
  };
}
