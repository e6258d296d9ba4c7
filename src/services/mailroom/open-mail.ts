/** One mail to read: its text, the page it brings, and the files on it. Taken out of its bytes when asked for. */
import { gunzipSync } from 'node:zlib';
import type { OpenedMailBody } from '#contract/mailroom.ts';
import { findMail, findRaw } from '#store/mails.ts';
import { viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getUserRow } from '../user-row.ts';

interface Which {
  readonly mailId: string;
}

export async function openMail(ctx: Context, { mailId }: Which): Promise<OpenedMailBody> {
  const { raw, isWhole } = await getRaw(ctx, mailId);
  const opened = await ctx.ports.mailOpener.open(raw, { withRemote: false });
  if (!opened) throw new AppError('unavailable');
  const { text, html, hasRemote, files } = opened;
  const listed = files.map(({ name, mediaType, sizeBytes }, at) => ({ at, name, mediaType, sizeBytes }));
  return { mailId, text, hasPage: html !== null, hasRemote, isWhole, files: listed };
}

/** For the door that shows it in a frame. */
export async function openMailPage(ctx: Context, { mailId, withRemote }: Which & { withRemote: boolean }) {
  const { raw } = await getRaw(ctx, mailId);
  const opened = await ctx.ports.mailOpener.open(raw, { withRemote });
  if (!opened || opened.html === null) throw notFound();
  const { locale } = ctx.actor.kind === 'user' ? await getUserRow(ctx.db, ctx.actor.userId) : { locale: 'nl' as const };
  return { html: opened.html, locale };
}

/** For the door that streams it. */
export async function openMailFile(ctx: Context, { mailId, at }: Which & { at: number }) {
  const { raw } = await getRaw(ctx, mailId);
  const file = await ctx.ports.mailOpener.openFile(raw, at);
  if (!file) throw notFound();
  return file;
}

/** As it was received, for who may read all of it. */
export async function openMailSource(ctx: Context, { mailId }: Which): Promise<Buffer> {
  return (await getRaw(ctx, mailId)).raw;
}

async function getRaw(ctx: Context, mailId: string): Promise<{ raw: Buffer; isWhole: boolean }> {
  const viewer = viewerOf(ctx.actor);
  const mail = await findMail(ctx.db, { viewer, id: mailId });
  if (mail?.level !== 'all') throw notFound();
  const stored = await findRaw(ctx.db, { viewer, mailId });
  if (!stored) throw notFound();
  return { raw: gunzipSync(stored.raw), isWhole: stored.isWhole };
}
