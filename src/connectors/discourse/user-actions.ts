/** What an account on a Discourse forum did and what was done towards it, as the forum's own list of acts tells it. */
import { z } from 'zod';
import type { ReaderItem } from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { htmlToOwnText } from '../mail/html-text.ts';
import { handleOf, makeSocialItem, type SocialAct } from '../social/social-record.ts';
import { urlOf } from './ask-discourse.ts';

const name = z.string().nullish().catch(null);
export const userAction = z.object({
  action_type: z.int(),
  created_at: z.string(),
  archetype: z.string().nullish().catch(null),
  excerpt: name,
  slug: name,
  topic_id: z.int(),
  post_number: z.int().nullish().catch(null),
  post_id: z.int().nullish().catch(null),
  reply_to_post_number: z.int().nullish().catch(null),
  /** Whose post it is about. */
  username: z.string().min(1),
  name,
  acting_username: z.string().min(1),
  acting_name: name,
  hidden: z.boolean().nullish().catch(null),
  deleted: z.boolean().nullish().catch(null),
});
export type UserAction = z.infer<typeof userAction>;

/** Discourse's own numbers. */
export const actionTypes = { like: 1, wasLiked: 2, reply: 5, response: 6, mention: 7, quote: 9 } as const;
const acts: Readonly<Record<number, SocialAct>> = {
  [actionTypes.like]: 'like',
  [actionTypes.wasLiked]: 'like',
  [actionTypes.reply]: 'reply',
  [actionTypes.response]: 'reply',
  [actionTypes.mention]: 'mention',
  [actionTypes.quote]: 'quote',
};

export interface Forum {
  readonly server: string;
  readonly own: IdentityRef;
  readonly userName: string;
  readonly nowMs: number;
}

export function keyOfAction({ action_type: type, post_id: post, acting_username: by, ...action }: UserAction): string {
  const what = `${post ?? `${action.topic_id}/${action.post_number ?? 1}`}`;
  return acts[type] === 'like' ? `like:${what}:${by.toLowerCase()}` : `post:${what}`;
}

/** Public on the forum; private messages, hidden and deleted posts are passed over. */
export function isPublic({ archetype, hidden, deleted, action_type: type }: UserAction): boolean {
  return archetype !== 'private_message' && hidden !== true && deleted !== true && acts[type] !== undefined;
}

/** Null: with nobody but oneself. `answered` is whose post an own reply answers. */
export function readAction(action: UserAction, forum: Forum, answered: IdentityRef | null): ReaderItem | null {
  const { action_type: type } = action;
  const act = acts[type];
  if (act === undefined) return null;
  const isOurs = action.acting_username.toLowerCase() === forum.userName.toLowerCase();
  const actor = isOurs ? forum.own : refOf(action.acting_username, action.acting_name, forum);
  const author = refOf(action.username, action.name, forum);
  const other = !isOurs ? forum.own : type === actionTypes.like ? author : answered;
  if (other === null || other.value === actor.value) return null;
  return makeSocialItem(
    {
      key: keyOfAction(action),
      act,
      atMs: Date.parse(action.created_at),
      from: actor,
      to: [other],
      text: act === 'like' ? null : htmlToOwnText(action.excerpt ?? ''),
      link: linkOf(action, forum.server),
    },
    forum.nowMs,
  );
}

export function refOf(
  userName: string,
  name: string | null | undefined,
  { server }: Pick<Forum, 'server'>,
): IdentityRef {
  return handleOf('discourse', `${userName}@${new URL(server).hostname}`, name || userName, `@${userName}`);
}

function linkOf({ slug, topic_id: topic, post_number: post }: UserAction, server: string): string {
  return urlOf(server, `t/${encodeURIComponent(slug || '-')}/${topic}/${post ?? 1}`).href;
}
