/** The history of what was asked. */
import type { WhatIfQuestion } from '#contract/what-if-runs.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Db, Tx } from '#store/database.ts';
import { findWhatIfRun, type WhatIfRunRow } from '#store/what-if-runs.ts';
import { notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export async function getRunRow(db: Db, id: string, options: { lock?: boolean } = {}): Promise<WhatIfRunRow> {
  const row = await findWhatIfRun(db, id, options);
  if (!row) throw notFound();
  return row;
}

/** One about a colleague stands in the asker's history alone; the colleague was told. */
export async function noteRun(ctx: Context, tx: Tx, noted: { act: ChangeAct; now: WhatIfRunRow }): Promise<void> {
  const { act, now } = noted;
  const scope = now.scope as { kind: string; partyId?: string };
  await noteChange(ctx, tx, {
    noun: 'what-if-run',
    recordId: now.id,
    partyId: scope.partyId ?? null,
    act,
    label: labelOf(now.question as WhatIfQuestion),
    version: now.version,
    privateTo: now.colleagueId === null ? null : now.askedBy,
  });
}

/** Short and without words of a language: what was asked stands in the question itself. */
function labelOf(question: WhatIfQuestion): string | null {
  if (question.kind === 'price') return `+${question.percent} %`;
  return question.kind === 'product-stops' ? question.product : null;
}
