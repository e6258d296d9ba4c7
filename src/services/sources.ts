/** What is listened to, and until when it was read. A colleague's mailbox is named to nobody else. */
import { listSources as listRows } from '#store/sources.ts';
import { userOf } from './allow.ts';
import type { Context } from './context.ts';

export async function listSources(ctx: Context) {
  const userId = userOf(ctx.actor);
  const rows = (await listRows(ctx.db)).filter(({ ownerUserId }) => ownerUserId === null || ownerUserId === userId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      label: row.label,
      isPrivate: row.isPrivate,
      isYours: row.ownerUserId === userId,
      coveredFrom: row.coveredFrom?.toISOString() ?? null,
      coveredUntil: row.coveredUntil?.toISOString() ?? null,
      isLive: row.isLive,
    })),
  };
}
