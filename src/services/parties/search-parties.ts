/** Finding as you type, and forgiving: what fits exactly first, what looks like it only when little does. */
import type { matchKinds } from '#contract/party-lists.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import { listMatchTexts, listNoteSnippets, type PartyMatchRow } from '#store/party-matches.ts';
import { listPartyRows } from '#store/party-rows.ts';
import { type FoundParty, findPartiesAlike, findPartiesByWords, type PartyFind } from '#store/party-search.ts';
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
  const found = await findParties(ctx, { words, filter: {}, ours: true, limit: input.limit ?? pageSize });
  const ids = found.map(({ id }) => id);
  const viewer = viewerOf(ctx.actor);
  const [rows, texts, snippets] = await Promise.all([
    listPartyRows(ctx.db, ids, viewer),
    listMatchTexts(ctx.db, ids),
    findSnippets(ctx, found, words),
  ]);
  const items = found.flatMap((hit) => {
    const row = rows.get(hit.id);
    if (!row) return [];
    return [{ ...describePartyRow(row), matched: matchOf(hit, { words, text: texts.get(hit.id), snippets }) }];
  });
  return { items };
}

/** Ids in the order they are shown. */
export async function findParties(ctx: Context, input: Omit<PartyFind, 'viewer'>): Promise<Found[]> {
  const find: PartyFind = { ...input, viewer: viewerOf(ctx.actor) };
  const exact = await findPartiesByWords(ctx.db, find);
  const allowed = input.words.map(editsAllowed);
  if (exact.length >= few || allowed.every((edits) => edits === 0)) return exact;
  const alike = await findPartiesAlike(ctx.db, find);
  const known = new Set(exact.map(({ id }) => id));
  const near = alike.flatMap(({ id, searchText }) => {
    const edits = input.words.map((word) => (searchText.includes(word) ? 0 : editsToFind(word, searchText)));
    if (known.has(id) || edits.includes(null)) return [];
    return [{ id, by: 'typo' as const, edits: edits.reduce<number>((sum, some) => sum + (some ?? 0), 0) }];
  });
  const best = near.toSorted((one, other) => one.edits - other.edits).map(({ id, by }) => ({ id, by }));
  return [...exact, ...best].slice(0, input.limit);
}

async function findSnippets(ctx: Context, found: readonly Found[], words: readonly string[]) {
  const ids = found.flatMap(({ id, by }) => (by === 'note' ? [id] : []));
  if (ids.length === 0) return new Map<string, string>();
  const word = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  return listNoteSnippets(ctx.db, { ids, word, viewer: viewerOf(ctx.actor) });
}

interface Texts {
  readonly words: readonly string[];
  readonly text: PartyMatchRow | undefined;
  readonly snippets: ReadonlyMap<string, string>;
}

const shownKinds = ['mail', 'phone', 'handle'] as const;

function matchOf(hit: Found, { words, text, snippets }: Texts): Match {
  if (hit.by === 'typo') return { by: 'typo', text: null };
  if (hit.by === 'note') return { by: 'note', text: snippets.get(hit.id) ?? null };
  if (!text) return { by: 'name', text: null };
  if (hit.by === 'tag') {
    const tag = text.tags.find(({ key }) => words.every((word) => key.includes(word)));
    return { by: 'tag', text: tag?.name ?? null };
  }
  if (words.every((word) => text.sortName.includes(word))) return { by: 'name', text: null };
  // The longest word says most.
  const word = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  for (const kind of shownKinds) {
    const known = text.identities.find((one) => one.kind === kind && isIn(word, one));
    if (known) return { by: kind, text: known.value };
  }
  return { by: 'field', text: null };
}

function isIn(word: string, identity: { kind: string; value: string }): boolean {
  if (identity.kind !== 'phone') return identity.value.toLowerCase().includes(word);
  const digits = identity.value.replace(/\D/g, '');
  return digits.includes(word) || digits.replace(/^31/, '0').includes(word);
}
