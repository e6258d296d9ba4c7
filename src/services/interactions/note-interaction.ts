/** What the history of a relation keeps of each change to a contact moment. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import type { InteractionRow } from '#store/interactions.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { levelOf } from '../mail/sharing-levels.ts';

/** The fields that people correct, by the names of the contract. */
export function interactionFieldsOf(row: InteractionRow): FieldValues {
  return {
    at: row.happenedAt.toISOString(),
    channel: row.channel,
    kind: row.kind,
    subject: row.subject,
    text: row.snippet,
    asked: row.asked,
    benefits: row.benefits,
    keptLine: row.keptLine,
  };
}

interface NotedInteraction {
  readonly act: ChangeAct;
  readonly was?: InteractionRow;
  readonly now?: InteractionRow;
  /** All that brings a deleted one back. */
  readonly whole?: FieldValues;
  /** Where they are known already. */
  readonly ownParties?: ReadonlySet<string>;
}

export async function noteInteraction(ctx: Context, tx: Tx, noted: NotedInteraction): Promise<void> {
  const { act, was, now, whole } = noted;
  const row = now ?? was;
  if (!row) return;
  const between = [row.fromParty, ...row.toParties];
  const own = noted.ownParties ?? (await findOwn(tx, between));
  const outside = between.find((id) => !own.has(id));
  const before = whole ?? (was && act === 'update' ? interactionFieldsOf(was) : {});
  const after = now && act === 'update' ? interactionFieldsOf(now) : {};
  await noteChange(ctx, tx, {
    noun: 'interaction',
    recordId: row.id,
    partyId: outside ?? null,
    act,
    label: row.subject,
    ...{ before, after, version: row.version },
    // A mail's words stay its owner's, also in the history.
    privateTo: levelOf(row) === 'all' ? null : row.ownerUserId,
  });
}

async function findOwn(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const parties = await findPartiesById(tx, ids);
  return new Set(parties.filter(({ isOwn }) => isOwn).map(({ partyId }) => partyId));
}
