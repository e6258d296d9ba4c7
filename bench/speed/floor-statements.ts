/**
 * What a bare server would ask PostgreSQL for the same: list and search are the app's own statement, recording is the app's
 * own writes (the moment, its events folded into the states, the mark for the figures, the line of history) in one
 * transaction, without any look-up, right or check.
 */
import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

let sent: Statement[] = [];
const plain = pg.Client.prototype.query as (...given: unknown[]) => unknown;
/** In place before any connection is made: a client keeps the function it was born with. */
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
  const [first, second] = given;
  if (typeof first === 'object' && first !== null && 'text' in first) sent.push(readStatement(first));
  else if (typeof first === 'string') sent.push({ text: first, values: Array.isArray(second) ? second : [] });
  return plain.apply(this, given);
} as typeof pg.Client.prototype.query;

/** The first statement that a use case sends. */
export async function firstStatementOf(work: () => Promise<unknown>): Promise<Statement> {
  sent = [];
  await work();
  const [statement] = sent;
  if (!statement) throw new Error('the use case sent no statement');
  return statement;
}

/** What a use case writes, in its order, without what it reads and locks first. */
export async function writesOf(work: () => Promise<unknown>): Promise<Statement[]> {
  sent = [];
  await work();
  return sent.filter(({ text }) => /\b(insert into|update|delete from)\b/i.test(text));
}

function readStatement(config: object): Statement {
  const { text, values } = config as { text: string; values?: unknown[] };
  return { text, values: values ?? [] };
}

/** One relation with its figures, identities, links and strands; $1 the party, $2 who looks. */
export const relationStatement = `
select to_jsonb(p) as party, to_jsonb(f) as figures,
  (select json_agg(i order by i.is_primary desc, i.created_at) from identities i where i.party_id = p.id) as identities,
  (select json_agg(json_build_object('id', r.id, 'type', k.key, 'other', o.id, 'name', o.name, 'kind', o.kind))
   from relations r join relation_types k on k.id = r.type_id
   join parties o on o.id = case when r.from_party = p.id then r.to_party else r.from_party end
   where (r.from_party = p.id or r.to_party = p.id) and o.deleted_at is null and o.visibility = 'firm') as relations,
  (select json_agg(json_build_object('tie', t.id, 'ours', o.id, 'name', o.name, 'theirs', m.id, 'bond', g.bond,
     'last', g.last_at) order by g.bond desc)
   from (select p.id union select r.from_party from relations r join relation_types k on k.id = r.type_id
         where r.to_party = p.id and k.key = 'works-at') as m(id)
   cross join lateral (
     select id, party_b as other from ties where party_a = m.id
     union all select id, party_a from ties where party_b = m.id) t
   join parties o on o.id = t.other and o.is_own
   left join tie_figures g on g.tie_id = t.id) as strands
from parties p left join party_figures f on f.party_id = p.id
where p.id = $1 and (p.visibility = 'firm' or exists (
  select from private_parties v where v.party_id = p.id and v.user_id = $2))`;
