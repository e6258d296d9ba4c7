/** What the account did towards others, out of its own repository: replies, mentions, quotes and reposts, oldest first. */
import { z } from 'zod';
import {
  type PlaceCursor,
  type Reach,
  type ReaderBatch,
  type ReaderItem,
  ReaderProblem,
} from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { handleOf, makeSocialItem, type SocialEvent } from '../social/social-record.ts';
import { ApiRefusal } from '../web-api/ask-json.ts';
import { linkOf, readAddress } from './post-address.ts';
import { query } from './session.ts';

const page = z.object({ records: z.array(z.unknown()), cursor: z.string().nullish() });
const link = z.object({ uri: z.string() });
const stored = z.object({
  uri: z.string().min(1).max(450),
  value: z.object({
    text: z.string().optional().catch(undefined),
    createdAt: z.string().default(''),
    reply: z.object({ parent: link, root: link }).optional().catch(undefined),
    facets: z
      .array(z.object({ features: z.array(z.object({ $type: z.string(), did: z.string().optional() })) }))
      .optional()
      .catch(undefined),
    embed: z
      .object({ record: z.union([link, z.object({ record: link }).transform(({ record }) => record)]).optional() })
      .optional()
      .catch(undefined),
    /** Of a repost: what is passed on. */
    subject: link.optional().catch(undefined),
  }),
});
type Stored = z.infer<typeof stored>;
const profiles = z.object({
  profiles: z.array(z.object({ did: z.string(), handle: z.string(), displayName: z.string().optional() })),
});
/** What one question for profiles may name. */
const mostProfiles = 25;

export async function* readOwnRecords(
  reach: Reach<'bluesky'>,
  { place, cursor }: PlaceCursor,
  own: IdentityRef,
): AsyncIterable<ReaderBatch> {
  const did = own.value.slice('bluesky:'.length);
  let after = String(cursor?.['after'] ?? '');
  let done = Number(cursor?.['done'] ?? 0);
  for (;;) {
    reach.signal.throwIfAborted();
    const answer = await query(reach, {
      method: 'com.atproto.repo.listRecords',
      params: {
        repo: did,
        collection: place,
        limit: '100',
        reverse: 'true',
        ...(after === '' ? {} : { cursor: after }),
      },
      schema: page,
      place,
    });
    const last = stored.safeParse(answer.records.at(-1)).data?.uri;
    const next = (last && readAddress(last)?.key) || answer.cursor;
    if (answer.records.length === 0 || !next) return;
    if (next === after) throw new ReaderProblem('garbage', { place });
    after = next;
    done += answer.records.length;
    const items = await toItems(reach, answer.records, own);
    yield { place, cursor: { after, done }, items, progress: { done, total: null } };
  }
}

async function toItems(reach: Reach<'bluesky'>, records: readonly unknown[], own: IdentityRef): Promise<ReaderItem[]> {
  const parsed = records.map((record) => ({ record, read: stored.safeParse(record).data }));
  const spoken = parsed.map(({ record, read }) => ({ record, read, said: read ? spokenTo(read, own) : null }));
  const names = await askNames(reach, [...new Set(spoken.flatMap(({ said }) => said?.dids ?? []))]);
  return spoken.flatMap(({ record, read, said }) => {
    if (!read) {
      const raw = Buffer.from(JSON.stringify(record) ?? '');
      return [{ type: 'failed', position: 'record', problem: 'social-unreadable', raw } satisfies ReaderItem];
    }
    if (said === null) return [];
    const { value, uri } = read;
    return [
      makeSocialItem(
        {
          ...{ key: uri, act: said.act, from: own, answers: said.answers },
          atMs: Date.parse(value.createdAt),
          to: said.dids.map((did) => names.get(did) ?? handleOf('bluesky', did, null)),
          text: said.act === 'repost' ? null : (value.text ?? null),
          link: said.act === 'repost' ? linkOf(value.subject?.uri) : linkOf(uri),
        },
        reach.nowMs,
      ),
    ];
  });
}

interface Spoken {
  readonly act: SocialEvent['act'];
  readonly dids: readonly string[];
  readonly answers: readonly string[];
}

/** Null: said to nobody in particular, or to oneself. */
function spokenTo({ value }: Stored, own: IdentityRef): Spoken | null {
  const { reply, embed, subject, facets = [] } = value;
  const others = (uris: readonly (string | undefined)[]) =>
    uris.flatMap((uri) => (uri && readAddress(uri)?.did) || []).filter((did) => `bluesky:${did}` !== own.value);
  if (subject) {
    const dids = others([subject.uri]);
    return dids.length === 0 ? null : { act: 'repost', dids, answers: [] };
  }
  const named = facets
    .flatMap(({ features }) => features)
    .flatMap(({ $type, did }) => ($type === 'app.bsky.richtext.facet#mention' && did ? [did] : []))
    .filter((did) => `bluesky:${did}` !== own.value && did.startsWith('did:'));
  const answered = others([reply?.parent.uri]);
  const quoted = others([embed?.record?.uri]);
  const dids = [...new Set([...answered, ...named, ...quoted])];
  if (dids.length === 0) return null;
  const answers = reply ? [...new Set([reply.parent.uri, reply.root.uri])] : [];
  return { act: answered.length > 0 ? 'reply' : quoted.length > 0 ? 'quote' : 'mention', dids, answers };
}

/** What they are called; without an answer the account alone will do. */
async function askNames(reach: Reach<'bluesky'>, dids: readonly string[]): Promise<Map<string, IdentityRef>> {
  const names = new Map<string, IdentityRef>();
  for (let from = 0; from < dids.length; from += mostProfiles) {
    const actors = dids.slice(from, from + mostProfiles);
    try {
      const answer = await query(reach, { method: 'app.bsky.actor.getProfiles', params: { actors }, schema: profiles });
      for (const { did, handle, displayName } of answer.profiles) {
        names.set(did, handleOf('bluesky', did, displayName || null, `@${handle}`));
      }
    } catch (error) {
      // A server without a view of the network knows no names.
      const isTheirs = error instanceof ApiRefusal && error.problem !== 'throttled' && error.status !== 401;
      if (!isTheirs) throw error;
    }
  }
  return names;
}
