/** Two people wrote the same field: the save waits until the one who came last has chosen, and loses nothing meanwhile. */
import { apiErrorOf } from '#contract/client.ts';

export interface ClashField {
  readonly name: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly by: string | null;
}

export type Side = 'mine' | 'theirs';
type Fields = Readonly<Record<string, unknown>>;

interface Asked {
  readonly fields: readonly ClashField[];
  /** Null: looked away from; what was typed stays where it was typed. */
  readonly answer: (choice: Readonly<Record<string, Side>> | null) => void;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function show(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

export function readClash(): Asked | null {
  return asked;
}

export function onClash(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface Saving<B extends object, O> {
  readonly body: B;
  /** The version that was seen when the writing began. */
  readonly version: number;
  readonly send: (body: B, version: number) => Promise<O>;
}

/** Sends; on a clash asks whose each field is, and sends again what is left of ours. */
export async function saveMerged<B extends object, O>({ body, version, send }: Saving<B, O>): Promise<O> {
  try {
    return await send(body, version);
  } catch (error) {
    const found = findClash(error, body as Fields);
    if (!found) throw error;
    const choice = await new Promise<Readonly<Record<string, Side>> | null>((answer) =>
      show({ fields: found.fields, answer }),
    ).finally(() => show(null));
    if (!choice) throw error;
    const theirs = found.fields.filter(({ name }) => choice[name] === 'theirs');
    const left = theirs.reduce<Fields>((kept, { name }) => without(kept, name), body as Fields);
    if (isEmpty(left)) return found.current as O;
    return saveMerged({ body: left as B, version: found.version, send });
  }
}

function findClash(error: unknown, body: Fields) {
  const told = apiErrorOf(error);
  const current = told?.current;
  if (told?.code !== 'stale' || !current || typeof current.version !== 'number') return null;
  const both = told.problems.filter(({ code }) => code === 'changed-since');
  if (both.length === 0) return null;
  const fields = both.map(({ path, message }): ClashField => {
    const name = path.replace(/^body\./, '');
    return { name, mine: valueAt(body, name), theirs: valueAt(current, name), by: message || null };
  });
  return { fields, current, version: current.version };
}

/** `fields.size` stands in `fields` under `size`. */
function valueAt(record: Fields, name: string): unknown {
  const [first = '', ...rest] = name.split('.');
  const value = record[first];
  if (rest.length === 0) return value;
  return typeof value === 'object' && value !== null ? valueAt(value as Fields, rest.join('.')) : undefined;
}

function without(record: Fields, name: string): Fields {
  const [first = '', ...rest] = name.split('.');
  const { [first]: value, ...others } = record;
  if (rest.length === 0 || typeof value !== 'object' || value === null) return others;
  const inner = without(value as Fields, rest.join('.'));
  return isEmpty(inner) ? others : { ...others, [first]: inner };
}

function isEmpty(record: Fields): boolean {
  return Object.keys(record).length === 0;
}
