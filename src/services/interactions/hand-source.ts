import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#store/database.ts';
import { ensureSource, type SourceRow } from '#store/sources.ts';

/** What people type themselves. Whoever logs by hand is listening, so it is always live. */
export function ensureHandSource(db: Db, at: Date): Promise<SourceRow> {
  const hand = { kind: 'hand', label: 'hand', ownerUserId: null, isPrivate: false, isLive: true };
  return ensureSource(db, { ...hand, id: uuidv7(), createdAt: at });
}
