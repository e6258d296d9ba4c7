/** What is asked of the API, and the same of the floor: 200 different questions a route, drawn from the base itself. */
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { createSeededRandom } from '#demo/seeded-random.ts';
import type { Context } from '#services/context.ts';
import { recordInteraction } from '#services/interactions/record-interaction.ts';
import { getParty } from '#services/parties/get-party.ts';
import { listParties } from '#services/parties/list-parties.ts';
import { searchParties } from '#services/parties/search-parties.ts';
import type { Call } from './caller.ts';
import { firstStatementOf, type Statement, writesOf } from './floor-statements.ts';

export const routes = ['list', 'search', 'relation', 'record'] as const;
export type Route = (typeof routes)[number];

/** Made anew for every round where asking twice is not the same as asking once. */
export interface Question {
  readonly app: () => Call;
  readonly floor: () => Call;
}

export interface Questions {
  readonly byRoute: Readonly<Record<Route, readonly Question[]>>;
  /** The floor's statements by their names. */
  readonly statements: Readonly<Record<string, string>>;
}

const perRoute = 200;

export async function drawQuestions(ctx: Context): Promise<Questions> {
  const random = createSeededRandom(7);
  const statements: Record<string, string> = {};
  const ask = (statement: Statement): Call => {
    const name = createHash('sha256').update(statement.text).digest('hex').slice(0, 12);
    statements[name] = statement.text;
    return { method: 'POST', path: `/${name}`, body: statement.values };
  };
  const sample = await sampleTies(ctx);
  const pick = () => random.pick(sample);
  const byRoute: Record<Route, Question[]> = { list: [], search: [], relation: [], record: [] };
  for (let index = 0; index < perRoute; index += 1) {
    byRoute.list.push(await listQuestion(ctx, random.pick(listQueries), ask));
    byRoute.search.push(await searchQuestion(ctx, fragmentOf(pick().name, random.whole(0, 2)), ask));
    byRoute.relation.push(await relationQuestion(ctx, pick().partyId, ask));
    byRoute.record.push(await recordQuestion(ctx, pick(), ask));
  }
  return { byRoute, statements };
}

interface SampleTie {
  readonly tieId: string;
  readonly partyId: string;
  readonly name: string;
}

type Ask = (statement: Statement) => Call;

const listQueries = [
  {},
  {},
  { sort: 'last' },
  { sort: 'name' },
  { sort: 'trend' },
  { sort: 'quiet' },
  { alarm: 'quiet' },
  { status: 'relationship' },
  { kind: 'organisation' },
] as const;

async function listQuestion(ctx: Context, query: (typeof listQueries)[number], ask: Ask): Promise<Question> {
  const call: Call = { method: 'GET', path: `/api/parties?${new URLSearchParams({ ...query, limit: '50' })}` };
  const floor = ask(await firstStatementOf(() => listParties(ctx, { ...query, limit: 50 })));
  return { app: () => call, floor: () => floor };
}

async function searchQuestion(ctx: Context, q: string, ask: Ask): Promise<Question> {
  const call: Call = { method: 'GET', path: `/api/search?${new URLSearchParams({ q, limit: '20' })}` };
  const floor = ask(await firstStatementOf(() => searchParties(ctx, { q, limit: 20 })));
  return { app: () => call, floor: () => floor };
}

/** As typed so far: a name, its first letters, or a name and a half. */
function fragmentOf(name: string, style: number): string {
  const words = name.split(' ');
  if (style === 0) return (words.at(-2) ?? name).slice(0, 4);
  return style === 1 ? `${words[0]} ${words.at(-1)?.slice(0, 3)}` : name;
}

async function relationQuestion(ctx: Context, partyId: string, ask: Ask): Promise<Question> {
  const call: Call = { method: 'GET', path: `/api/parties/${partyId}` };
  const floor = ask(await firstStatementOf(() => getParty(ctx, { partyId })));
  return { app: () => call, floor: () => floor };
}

/** The floor writes what the app wrote, each time under new ids and a new key. */
async function recordQuestion(ctx: Context, tie: SampleTie, ask: Ask): Promise<Question> {
  const text = 'Even gebeld over de bestelling van volgende week.';
  const call = () => ({
    at: new Date().toISOString(),
    channel: 'call' as const,
    kind: 'call' as const,
    to: [{ partyId: tie.partyId }],
    text,
  });
  const rest = { subject: null, answers: [], asked: null, valence: null, benefits: [], order: null, keptLine: null };
  const writes = await writesOf(() => recordInteraction(ctx, { ...call(), ...rest }));
  const asked = writes.map((statement) => ({ name: ask(statement).path.slice(1), values: statement.values }));
  const kept = JSON.stringify(asked);
  const known = new Set(asked.flatMap(({ values }) => findIds(JSON.stringify(values))));
  const fresh = await findFreshIds(ctx, [...known]);
  return {
    app: () => ({ method: 'POST', path: '/api/interactions', body: call() }),
    floor: () => {
      const body = fresh.reduce((written, id) => written.replaceAll(id, uuidv7()), kept);
      return { method: 'POST', path: '/together', body: JSON.parse(body) };
    },
  };
}

function findIds(text: string): string[] {
  return text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
}

/** Ids made for this one write: all but those of parties, users and ties, which stay what they are. */
async function findFreshIds(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const known = new Set<string>();
  for (const table of ['parties', 'users', 'ties'] as const) {
    const rows = await ctx.db.selectFrom(table).select('id').where('id', 'in', ids).execute();
    for (const { id } of rows) known.add(id);
  }
  return ids.filter((id) => !known.has(id));
}

/** Relations of the one who asks, weighted as they are: mostly quiet ones. */
async function sampleTies(ctx: Context): Promise<SampleTie[]> {
  const own = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  const ties = await ctx.db
    .selectFrom('ties')
    .innerJoin('parties', (join) =>
      join.on((on) =>
        on.or([on('parties.id', '=', on.ref('ties.party_a')), on('parties.id', '=', on.ref('ties.party_b'))]),
      ),
    )
    .select(['ties.id as tieId', 'parties.id as partyId', 'parties.name'])
    .where((where) => where.or([where('party_a', '=', own), where('party_b', '=', own)]))
    .where('parties.is_own', '=', false)
    .orderBy('ties.id')
    .limit(1_000)
    .execute();
  if (ties.length === 0) throw new Error('nobody to ask about');
  return ties;
}
