/** Writes down what a use case changed, in the transaction that changed it. */
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { LiveTopic } from '#contract/live.ts';
import { type ChangeAct, type FieldValues, insertChanges } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import type { Context } from '../context.ts';

export interface Noted {
  readonly noun: string;
  readonly recordId: string;
  readonly partyId: string | null;
  readonly act: ChangeAct;
  readonly label?: string | null;
  /** All fields as they were and are; only those that differ are kept. For create and remove: the one side that exists. */
  readonly before?: FieldValues;
  readonly after?: FieldValues;
  readonly version?: number | null;
  readonly privateTo?: string | null;
}

export function noteChange(ctx: Context, tx: Tx, noted: Noted): Promise<void> {
  return noteChanges(ctx, tx, [noted]);
}

/** Many at once, undone at once. */
export async function noteChanges(ctx: Context, tx: Tx, list: readonly Noted[]): Promise<void> {
  const batchId = ctx.batchId ?? uuidv7();
  const rows = list.flatMap((noted) => {
    const fields = differing(noted.before ?? {}, noted.after ?? {});
    if (noted.act === 'update' && Object.keys(fields.after).length === 0) return [];
    return {
      ...noted,
      ...fields,
      id: uuidv7(),
      label: noted.label ?? null,
      version: noted.version ?? null,
      privateTo: noted.privateTo ?? null,
      userId: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      origin: ctx.actor.kind === 'user' ? ctx.actor.via : ('house' as const),
      batchId,
      at: ctx.now(),
      undoes: ctx.undoes ?? null,
    };
  });
  await insertChanges(tx, rows);
  for (const row of rows) sayLive(tx, whatToldOf(row));
}

/** What is read under a name of its own, by the noun that changes it. */
const topicsOf: Readonly<Record<string, LiveTopic>> = {
  task: 'tasks',
  'keep-in-touch': 'keep-in-touch',
  event: 'agenda',
  connection: 'connections',
  proposal: 'proposals',
  plan: 'plans',
  foundation: 'foundations',
  'foundation-kind': 'foundations',
  idea: 'ideas',
  'house-rule': 'house-rules',
  report: 'reports',
  survey: 'surveys',
  'survey-refusal': 'surveys',
  tag: 'tags',
  group: 'groups',
  field: 'fields',
  view: 'views',
  'relation-type': 'relation-types',
  parameters: 'parameters',
  'benefit-kind': 'parameters',
  firm: 'me',
};

/** A link concerns both its ends. */
function whatToldOf({ noun, partyId, privateTo, before, after }: Noted) {
  const ends = noun === 'relation' ? [before?.toParty, after?.toParty] : [];
  const partyIds = [partyId, ...ends].filter((id) => typeof id === 'string');
  const topic = topicsOf[noun];
  return { partyIds, topics: topic ? [topic] : [], only: privateTo ?? null };
}

function differing(before: FieldValues, after: FieldValues): { before: FieldValues; after: FieldValues } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !isSameValue(before[name], after[name]));
  const pick = (values: FieldValues) =>
    Object.fromEntries(changed.map((name) => [name, values[name] === undefined ? null : values[name]]));
  return { before: pick(before), after: pick(after) };
}

/** As JSON keeps them: absent and null are one, a Date is its text. */
export function isSameValue(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(asKept(left), asKept(right));
}

function asKept(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
