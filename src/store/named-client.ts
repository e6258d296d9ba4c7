/** A pg client that names its statements by their text, so that PostgreSQL parses and plans each only once per connection. */
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Put this in a statement whose best plan depends on its values (search): it is then planned every time. */
export const planEachTime = '/* plan each time */';

/** Put this in a statement that looks up each of a list by its key: however long the list, there is one plan for it. */
export const planOnce = '/* plan once */';

/** A connection remembers so many; whatever comes after stays nameless, so that odd statements cannot fill the server. */
const mostNamed = 400;
const names = new Map<string, string>();

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNamed || text.includes(planEachTime)) return null;
  const name = `h${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  names.set(text, name);
  return name;
}

/**
 * What works on a batch is planned for that batch: a plan made while the tables were small, and kept, reads all of them for
 * every row once they have grown.
 */
const largeArray = 20;
const largeText = 10_000;

function isBatch(values: readonly unknown[]): boolean {
  return values.some(
    (value) =>
      (Array.isArray(value) && value.length > largeArray) || (typeof value === 'string' && value.length > largeText),
  );
}

function mayBeNamed(text: string, values: readonly unknown[]): boolean {
  return text.includes(planOnce) || !isBatch(values);
}

type Query = (...given: unknown[]) => unknown;

export class NamedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const plain = this.query.bind(this) as Query;
    const named: Query = (text, values, ...rest) => {
      const name = typeof text === 'string' && Array.isArray(values) && mayBeNamed(text, values) ? nameOf(text) : null;
      return name === null ? plain(text, values, ...rest) : plain({ name, text, values }, ...rest);
    };
    this.query = named as typeof this.query;
  }
}
