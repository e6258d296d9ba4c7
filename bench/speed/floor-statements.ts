/**
 * What a bare server would ask PostgreSQL for the same: list, search and one relation are the app's own statement, recording is the app's
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
