/** What the history keeps of mail that one writes: it is the writer's alone. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { OutboxRow } from '#store/outbox.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

const labelLength = 80;

export function outboxFields(row: OutboxRow): FieldValues {
  const { connectionId, toLines: to, ccLines: cc, bccLines: bcc, subject, body, hasSignature } = row;
  return { connectionId, to, cc, bcc, subject, body, hasSignature };
}

export async function noteOutbox(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: OutboxRow; now: OutboxRow },
): Promise<void> {
  const sides = act === 'update' && was ? { before: outboxFields(was), after: outboxFields(now) } : {};
  await noteChange(ctx, tx, {
    noun: 'outbox-mail',
    recordId: now.id,
    partyId: null,
    act,
    label: now.subject.slice(0, labelLength),
    version: now.version,
    privateTo: now.authorId,
    ...sides,
  });
}
