/** Finding as you type, and forgiving: what fits exactly first, what looks like it only when little does. */
import type { matchKinds } from '#contract/party-lists.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import { listNoteSnippets, type MatchTexts } from '#store/party-matches.ts';
import { listPartyRows, type PartyListRow } from '#store/party-rows.ts';
import {
  type FoundParty,
  findPartiesAlike,
  findPartiesByWords,
  findPartyRowsByWords,
  type PartyFind,
} from '#store/party-search.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { describePartyRow } from './describe-party-row.ts';
import { editsAllowed, editsToFind, wordsOf } from './read-words.ts';

/** With fewer than this that fit exactly, typos are looked for. */
const few = 3;
const pageSize = 20;

type Match = { by: (typeof matchKinds)[number]; text: string | null };
type Found = Omit<FoundParty, 'by'> & { readonly by: FoundParty['by'] | 'typo' };

export async function searchParties(
  ctx: Context,
  input: { q: string; limit?: number },
): Promise<{ items: (PartyRow & { matched: Match })[] }> {
  const words = wordsOf(input.q);
  if (words.length === 0) return { items: [] };
  const find = { words, filter: {}, ours: true, limit: input.limit ?? pageSize };
  const hits = (await findRows(ctx, find)).slice(0, find.limit);
  const snippets = await findSnippets(ctx, hits, words);
  const items = hits.map(({ row, by, texts }) => {
    const matched = matchOf({ id: row.id, by }, { words, texts, snippets });
    return { ...describePartyRow(row), matched };
  });
  return { items };
}

interface Hit {
  readonly row: PartyListRow;
  readonly by: Found['by'];
  readonly texts: MatchTexts | null;
}

/** With their rows, and in one trip where enough fits exactly. */
export async function findRows(ctx: Context, input: Omit<PartyFind, 'viewer'>): Promise<Hit[]> {
  const find: PartyFind = { ...input, viewer: viewerOf(ctx.actor) };
  const exact = (await findPartyRowsByWords(ctx.db, find)).map(({ by, texts, ...row }): Hit => ({ row, by, texts }));
  const near = await findTypos(
    ctx,
    find,
    exact.map(({ row }) => row.id),
  );
  if (near.length === 0) return exact;
  const rows = await listPartyRows(
    ctx.db,
    near.map(({ id }) => id),
    find.viewer,
  );
  const typos = near.flatMap(({ id, by }): Hit[] => {
    const row = rows.get(id);
    return row ? [{ row, by, texts: null }] : [];
  });
  return [...exact, ...typos];
}

/** Ids in the order they are shown. */
export async function findParties(ctx: Context, input: Omit<PartyFind, 'viewer'>): Promise<Found[]> {
  const find: PartyFind = { ...input, viewer: viewerOf(ctx.actor) };
  const exact = await findPartiesByWords(ctx.db, find);
  const near = await findTypos(
    ctx,
    find,
    exact.map(({ id }) => id),
  );
  return [...exact, ...near].slice(0, input.limit);
}

/** Who looks like what was typed, the nearest first; nobody where enough fits exactly. */
async function findTypos(ctx: Context, find: PartyFind, exact: readonly string[]): Promise<Found[]> {
  const { words } = find;
  const sure = words.filter((word) => editsAllowed(word) === 0);
  if (exact.length >= few || sure.length === words.length) return [];
  const known = new Set(exact);
  const near = (await findPartiesAlike(ctx.db, { find, sure })).flatMap(({ id, searchText }) => {
    const edits = words.map((word) => (searchText.includes(word) ? 0 : editsToFind(word, searchText)));
    if (known.has(id) || edits.includes(null)) return [];
    return [{ id, by: 'typo' as const, edits: edits.reduce<number>((sum, some) => sum + (some ?? 0), 0) }];
  });
  return near.toSorted((one, other) => one.edits - other.edits).map(({ id, by }) => ({ id, by }));
}

async function findSnippets(ctx: Context, hits: readonly Hit[], words: readonly string[]) {
  const ids = hits.flatMap(({ row, by }) => (by === 'note' ? [row.id] : []));
  if (ids.length === 0) return new Map<string, string>();
  const word = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  return listNoteSnippets(ctx.db, { ids, word, viewer: viewerOf(ctx.actor) });
}

interface Texts {
  readonly words: readonly string[];
  readonly texts: MatchTexts | null;
  readonly snippets: ReadonlyMap<string, string>;
}

const shownKinds = ['mail', 'phone', 'handle'] as const;

function matchOf(hit: Found, { words, texts, snippets }: Texts): Match {
  if (hit.by === 'typo') return { by: 'typo', text: null };
  if (hit.by === 'note') return { by: 'note', text: snippets.get(hit.id) ?? null };
  if (!texts) return { by: 'name', text: null };
  if (hit.by === 'tag') {
    const tag = texts.tags.find(({ key }) => words.every((word) => key.includes(word)));
    return { by: 'tag', text: tag?.name ?? null };
  }
  // The longest word says most.
  const word = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  for (const kind of shownKinds) {
    const known = texts.identities.find((one) => one.kind === kind && isIn(word, one));
    if (known) return { by: kind, text: known.value };
  }
  return { by: 'field', text: null };
}

function isIn(word: string, identity: { kind: string; value: string }): boolean {
  if (identity.kind !== 'phone') return identity.value.toLowerCase().includes(word);
  const digits = identity.value.replace(/\D/g, '');
  return digits.includes(word) || digits.replace(/^31/, '0').includes(word);
}
