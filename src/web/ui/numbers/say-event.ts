import type { Words } from '#messages/en/words.ts';

export type ToldEvent = { readonly code: string; readonly kind: string | null; readonly subject: string | null };

/** What happened, by its own name and subject; why it counts where nothing of that may be told. */
export function sayEvent({ code, kind, subject }: ToldEvent, relation: Words['relation']): string {
  const why = relation.evidence[code] ?? relation.kinds[code] ?? code;
  const what = kind === null ? why : (relation.kinds[kind] ?? why);
  return subject ? `${what} “${subject}”` : what;
}
