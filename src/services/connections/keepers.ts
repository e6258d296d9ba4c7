/** What is done with each kind of thing a reader brings, in the transaction of its batch. */
import type { ConnectionRow } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { keepCalendars } from '../agenda/keep-calendars.ts';
import type { Context } from '../context.ts';
import type { IngestSource } from '../interactions/ingest-record.ts';
import { keepMails, keepPresence } from '../mail/keep-mails.ts';
import { keepPublications } from '../publications/keep-publications.ts';
import { ingestItems, type Kept, nothingKept } from './keep-interactions.ts';
import type { ReaderItem } from './reader.ts';

export interface Keeping {
  readonly connection: ConnectionRow;
  readonly source: IngestSource;
  readonly place: string;
}

type ItemOf<Type extends ReaderItem['type']> = Extract<ReaderItem, { type: Type }>;
type Keeper<Type extends ReaderItem['type']> = (
  ctx: Context,
  tx: Tx,
  keeping: Keeping,
  items: readonly ItemOf<Type>[],
) => Promise<Kept>;

const keepers: { readonly [Type in ReaderItem['type']]: Keeper<Type> } = {
  interaction: keepInteractions,
  published: keepPublications,
  mail: keepMails,
  calendar: keepCalendars,
  'mail-presence': keepPresence,
  failed: async (_ctx, _tx, { place }, items) => {
    return { ...nothingKept, failures: items.map(({ position, problem, raw }) => ({ place, position, problem, raw })) };
  },
};

export async function keepItems(ctx: Context, tx: Tx, keeping: Keeping, items: readonly ReaderItem[]): Promise<Kept> {
  const byType = Map.groupBy(items, ({ type }) => type);
  let all = nothingKept;
  for (const [type, some] of byType) {
    const keep = keepers[type] as (...input: [Context, Tx, Keeping, readonly ReaderItem[]]) => Promise<Kept>;
    all = addKept(all, await keep(ctx, tx, keeping, some));
  }
  return all;
}

function addKept(left: Kept, right: Kept): Kept {
  return {
    stored: left.stored + right.stored,
    timesMs: [...left.timesMs, ...right.timesMs],
    failures: [...left.failures, ...right.failures],
    tieIds: [...left.tieIds, ...right.tieIds],
  };
}

async function keepInteractions(
  ctx: Context,
  tx: Tx,
  { source, place }: Keeping,
  items: readonly ItemOf<'interaction'>[],
): Promise<Kept> {
  return ingestItems(ctx, tx, { place, source, records: items.map(({ record }) => record) });
}
