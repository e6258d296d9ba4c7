/** What the history keeps of each change to what both sides expect. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { ExpectationRow } from '#store/expectations.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export function expectationFieldsOf({ askedOn, ofUs, ofThem, changed, askAgainOn }: ExpectationRow): FieldValues {
  return { askedOn, ofUs, ofThem, changed, askAgainOn };
}

interface Noted {
  readonly act: ChangeAct;
  readonly was?: ExpectationRow;
  readonly now: ExpectationRow;
}

export async function noteExpectation(ctx: Context, tx: Tx, { act, was, now }: Noted): Promise<void> {
  const { id: recordId, partyId, version } = now;
  const label = (now.ofUs ?? now.ofThem ?? now.changed ?? '').slice(0, 200);
  const sides = act === 'update' && was ? { before: expectationFieldsOf(was), after: expectationFieldsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'expectation', recordId, partyId, act, label, version, ...sides });
}
