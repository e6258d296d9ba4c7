/** Secret links to public pages: 256 random bits, of which only the hash is kept; replaced or ended at once. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from '#store/database.ts';
import {
  findPublicLinkByHash,
  insertPublicLink,
  listPublicLinks,
  markPublicLinkOpened,
  type PublicLinkKind,
  type PublicLinkRow,
  revokePublicLinkRows,
} from '#store/public-links.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';

/** Where the page of a kind stands: https://host/m/<token>. */
export const publicLetters: Readonly<Record<PublicLinkKind, string>> = { report: 'm', survey: 'v' };

const tokenBytes = 32;
const tokenForm = /^[\w-]{43}$/;
const openedNotedMs = 60_000;

interface About {
  readonly kind: PublicLinkKind;
  readonly recordId: string;
}

/** Answers the link, this once: it is kept nowhere. The one before stops working. Who may do this is the caller's to ask. */
export async function makePublicLink(
  ctx: Context,
  tx: Tx,
  { kind, recordId, expiresAt }: About & { expiresAt: Date | null },
): Promise<{ url: string }> {
  const at = ctx.now();
  await revokePublicLinkRows(tx, { kind, recordId, at });
  const token = randomBytes(tokenBytes).toString('base64url');
  const createdBy = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  await insertPublicLink(tx, {
    ...{ id: uuidv7(), kind, recordId, tokenHash: hashOf(token), createdBy, createdAt: at, expiresAt },
  });
  return { url: `${ctx.ports.outgoing.publicUrl}/${publicLetters[kind]}/${token}` };
}

/** True when there was one that still worked. */
export async function revokePublicLink(ctx: Context, tx: Tx, about: About): Promise<boolean> {
  return (await revokePublicLinkRows(tx, { ...about, at: ctx.now() })) > 0;
}

export interface OpenedLink {
  readonly linkId: string;
  readonly recordId: string;
}

/** What a link opens. One that is malformed, unknown, replaced, ended or past its time opens nothing, all alike. */
export async function openPublicLink(
  ctx: Context,
  { kind, token }: { kind: PublicLinkKind; token: string },
): Promise<OpenedLink> {
  const tokenHash = hashOf(tokenForm.test(token) ? token : '');
  const row = await findPublicLinkByHash(ctx.db, tokenHash);
  const at = ctx.now();
  if (!row || row.kind !== kind || !timingSafeEqual(row.tokenHash, tokenHash) || !isLiving(row, at)) throw notFound();
  if (!row.lastOpenedAt || at.getTime() - row.lastOpenedAt.getTime() > openedNotedMs) {
    await markPublicLinkOpened(ctx.db, { id: row.id, at });
  }
  return { linkId: row.id, recordId: row.recordId };
}

/** What may be told of a link, never the link itself. */
export interface PublicLinkState {
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastOpenedAt: string | null;
  readonly isLiving: boolean;
}

export async function listPublicLinkStates(
  ctx: Context,
  db: Db,
  find: { kind: PublicLinkKind; recordIds: readonly string[] },
): Promise<ReadonlyMap<string, PublicLinkState>> {
  const rows = await listPublicLinks(db, find);
  return new Map(rows.map((row) => [row.recordId, stateOf(row, ctx.now())]));
}

function stateOf(row: PublicLinkRow, now: Date): PublicLinkState {
  return {
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastOpenedAt: row.lastOpenedAt?.toISOString() ?? null,
    isLiving: isLiving(row, now),
  };
}

function isLiving(row: PublicLinkRow, now: Date): boolean {
  return row.revokedAt === null && (row.expiresAt === null || row.expiresAt > now);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
