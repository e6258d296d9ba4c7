/** A kept question for who looks at it: names they may see, and what became of those it named. */
import type {
  WhatIfHurt,
  WhatIfQuestion,
  WhatIfRun,
  WhatIfRunLine,
  WhatIfScope,
  WhatIfTotals,
} from '#contract/what-if-runs.ts';
import { listMissed, listSince, type SinceRow, type WhatIfRunRow } from '#store/what-if-runs.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import type { KeptHurt } from './run-shock.ts';

/** Younger than this it is too soon to say what became of anybody. */
const soonestMs = 28 * 86_400_000;
/** Less of the strength than this is weaker, more than the other stronger. */
const clearly = { weaker: 0.75, stronger: 1.25 };

export async function describeLines(ctx: Context, rows: readonly WhatIfRunRow[]): Promise<WhatIfRunLine[]> {
  const ids = rows.flatMap((row) => namedIn(row));
  const names = await listSince(ctx.db, { viewer: viewerOf(ctx.actor), partyIds: ids });
  return rows.map((row) => describeLine(row, names));
}

export async function describeRun(ctx: Context, row: WhatIfRunRow): Promise<WhatIfRun> {
  const viewer = viewerOf(ctx.actor);
  const kept = row.hurt as KeptHurt[];
  const inRows = kept.flatMap(({ partyId, colleagueId }) => [partyId, ...(colleagueId ? [colleagueId] : [])]);
  const names = await listSince(ctx.db, { viewer, partyIds: [...new Set([...inRows, ...namedIn(row)])] });
  const isOld = ctx.now().getTime() - row.asOf.getTime() >= soonestMs;
  const items = kept.flatMap((item) => describeHurt(item, names, isOld));
  return {
    ...describeLine(row, names),
    items,
    since: isOld ? await describeSince(ctx, row, items) : null,
    version: row.version,
  };
}

function namedIn(row: WhatIfRunRow): string[] {
  const { partyId } = row.scope as { partyId?: string };
  const { colleagueId, contactId } = row.question as { colleagueId?: string; contactId?: string };
  return [partyId, colleagueId, contactId].filter((id) => id !== undefined);
}

function describeLine(row: WhatIfRunRow, names: ReadonlyMap<string, SinceRow>): WhatIfRunLine {
  const question = row.question as WhatIfQuestion;
  const scope = row.scope as WhatIfScope;
  const { colleagueId, contactId } = row.question as { colleagueId?: string; contactId?: string };
  return {
    id: row.id,
    question,
    about: nameOf(colleagueId ?? contactId, names),
    scope: scope.kind,
    scopeParty: scope.kind === 'party' ? nameOf(scope.partyId, names) : null,
    by: row.askedByName === null ? null : { id: row.askedBy, name: row.askedByName },
    askedAt: row.askedAt.toISOString(),
    asOf: row.asOf.toISOString(),
    totals: row.totals as WhatIfTotals,
  };
}

function nameOf(id: string | undefined | null, names: ReadonlyMap<string, SinceRow>) {
  const found = id == null ? undefined : names.get(id);
  return found ? { id: found.id, name: found.name } : null;
}

/** Whom this viewer may not see, or who was taken away since, is left out. */
function describeHurt(item: KeptHurt, names: ReadonlyMap<string, SinceRow>, isOld: boolean): WhatIfHurt[] {
  const { partyId, colleagueId, reasons, ...rest } = item;
  const party = names.get(partyId);
  if (!party) return [];
  const told = { party: { id: party.id, name: party.name }, colleague: nameOf(colleagueId, names) };
  return [{ ...rest, ...told, reasons: [...reasons], since: isOld ? readSince(item, party) : null }];
}

function readSince({ strengthBefore }: KeptHurt, { alarm, bond }: SinceRow): WhatIfHurt['since'] {
  if (alarm === null || bond === null) return null;
  if (alarm === 'gone' || alarm === 'quiet') return alarm;
  if (bond < strengthBefore * clearly.weaker) return 'weaker';
  return bond > strengthBefore * clearly.stronger ? 'stronger' : 'same';
}

/** Expected over against come true, of those it named; and who went without being named. */
async function describeSince(ctx: Context, row: WhatIfRunRow, items: readonly WhatIfHurt[]) {
  const named = items.filter(({ isHurt }) => isHurt);
  const scope = row.scope as WhatIfScope;
  const missed =
    scope.kind === 'everything'
      ? await listMissed(ctx.db, { since: row.asOf, until: ctx.now(), except: named.map(({ party }) => party.id) })
      : [];
  return {
    named: named.length,
    expected: named.reduce((sum, { endsAfter }) => sum + endsAfter, 0),
    gone: named.filter(({ since }) => since === 'gone').length,
    quiet: named.filter(({ since }) => since === 'quiet').length,
    missed,
  };
}
