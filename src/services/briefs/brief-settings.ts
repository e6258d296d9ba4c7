import type { BriefMail } from '#contract/briefs.ts';
import { findBriefMail, putBriefMail } from '#store/sent-briefs.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';

interface Settings {
  readonly mail: BriefMail;
  readonly canMail: boolean;
}

export async function getBriefSettings(ctx: Context): Promise<Settings> {
  const mail = await findBriefMail(ctx.db, userOf(ctx.actor));
  return { mail, canMail: ctx.ports.outgoing.sendMail !== null };
}

/** One's own way of being told, like those of notifications: no record of which a history is kept. */
export async function setBriefSettings(ctx: Context, input: { mail: BriefMail }): Promise<Settings> {
  await putBriefMail(ctx.db, { userId: userOf(ctx.actor), mail: input.mail });
  return getBriefSettings(ctx);
}
