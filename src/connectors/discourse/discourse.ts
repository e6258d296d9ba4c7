/** An account on a Discourse forum: replies, mentions, quotes and likes, both ways. */
import { z } from 'zod';
import {
  type PlaceCursor,
  type Reach,
  type Reader,
  type ReaderBatch,
  ReaderProblem,
} from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { sweepBack } from '../social/sweep-back.ts';
import { ApiRefusal } from '../web-api/ask-json.ts';
import { askDiscourse } from './ask-discourse.ts';
import {
  actionTypes,
  type Forum,
  isPublic,
  keyOfAction,
  readAction,
  refOf,
  type UserAction,
  userAction,
} from './user-actions.ts';

/** A forum lets a key ask sixty times a minute; each own reply of a page costs one more. */
const pageSize = 20;
const session = z.object({ current_user: z.object({ username: z.string().min(1) }) });
const page = z.object({ user_actions: z.array(z.unknown()) });
const person = z.object({ username: z.string().min(1), name: z.string().nullish().catch(null) });
const post = z.object({ reply_to_user: person.nullish().catch(null) });
const topic = z.object({ details: z.object({ created_by: person.nullish().catch(null) }) });

export const discourseReader: Reader<'discourse'> = {
  kind: 'discourse',
  isPrivate: false,
  everySeconds: 600,
  async look(reach) {
    const own = await whoAmI(reach);
    const place = { place: 'actions', name: 'actions', role: 'inbox', isWanted: true };
    return { name: `${own.label} (${new URL(reach.settings.server).hostname})`, places: [place], own: [own] };
  },
  async *read(reach, cursors) {
    const own = await whoAmI(reach);
    for (const cursor of cursors) yield* readActions(reach, cursor, own);
  },
};

async function whoAmI(reach: Reach<'discourse'>): Promise<IdentityRef> {
  const { server, userName } = reach.settings;
  try {
    const { current_user: me } = await askDiscourse(reach, { path: 'session/current.json', schema: session });
    // A key for everybody would do as anyone: this one must be of the account that was named.
    if (me.username.toLowerCase() !== userName.toLowerCase()) throw new ReaderProblem('not-allowed');
    return refOf(me.username, null, { server });
  } catch (error) {
    // Who is not signed in has no session to show.
    const isNobody = error instanceof ApiRefusal && error.status === 404 && error.code !== null;
    throw isNobody ? new ReaderProblem('wrong-password') : error;
  }
}

function readActions(
  reach: Reach<'discourse'>,
  { place, cursor }: PlaceCursor,
  own: IdentityRef,
): AsyncIterable<ReaderBatch> {
  const { server, userName } = reach.settings;
  const forum: Forum = { server, own, userName, nowMs: reach.nowMs };
  const starters = new Map<number, IdentityRef | null>();
  return sweepBack<unknown>({
    ...{ place, cursor, signal: reach.signal },
    async ask(next) {
      const offset = Number(next ?? 0);
      const { user_actions: entries } = await askDiscourse(reach, {
        path: 'user_actions.json',
        params: {
          ...{ username: userName, offset: String(offset), limit: String(pageSize) },
          filter: Object.values(actionTypes).join(','),
        },
        schema: page,
        place,
      });
      return { entries, next: entries.length === 0 ? null : String(offset + entries.length) };
    },
    keyOf: (entry) => {
      const read = userAction.safeParse(entry).data;
      return read ? keyOfAction(read) : (JSON.stringify(entry) ?? '');
    },
    atMsOf: (entry) => {
      const atMs = Date.parse(userAction.safeParse(entry).data?.created_at ?? '');
      return Number.isNaN(atMs) ? Number.MAX_SAFE_INTEGER : atMs;
    },
    async toItems(entries) {
      const items = [];
      for (const entry of entries) {
        const { data: action } = userAction.safeParse(entry);
        if (!action) {
          const raw = Buffer.from(JSON.stringify(entry) ?? '');
          items.push({ type: 'failed' as const, position: 'action', problem: 'social-unreadable', raw });
          continue;
        }
        if (!isPublic(action)) continue;
        const answered =
          action.action_type === actionTypes.reply ? await whomAnswered(reach, action, forum, starters) : null;
        const item = readAction(action, forum, answered);
        if (item) items.push(item);
      }
      return items;
    },
  });
}

/** The forum's list does not say whom an own reply answers; the post does, and else the topic says who began it. */
async function whomAnswered(
  reach: Reach<'discourse'>,
  { post_id: postId, reply_to_post_number: replyTo, topic_id: topicId }: UserAction,
  forum: Forum,
  starters: Map<number, IdentityRef | null>,
): Promise<IdentityRef | null> {
  if (postId && replyTo) {
    const answer = await orGone(askDiscourse(reach, { path: `posts/${postId}.json`, schema: post }));
    if (answer?.reply_to_user) return refOf(answer.reply_to_user.username, answer.reply_to_user.name, forum);
  }
  const known = starters.get(topicId);
  if (known !== undefined) return known;
  const answer = await orGone(askDiscourse(reach, { path: `t/${topicId}.json`, schema: topic }));
  const by = answer?.details.created_by;
  const starter = by ? refOf(by.username, by.name, forum) : null;
  starters.set(topicId, starter);
  return starter;
}

/** Null: taken away, or not for this account to see any more. */
async function orGone<Answer>(asking: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ApiRefusal && (error.status === 404 || error.status === 403 || error.status === 410))
      return null;
    throw error;
  }
}
