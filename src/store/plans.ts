/** Plans to make relations firmer. One of a relation that a reader may not see is not there for that reader either. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface PlanWriting {
  readonly goal: string;
  readonly helperId: string | null;
  readonly dueOn: string | null;
  readonly endedAt: Date | null;
  readonly outcome: 'reached' | 'stopped' | null;
}

export interface PlanRow extends PlanWriting {
  readonly id: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly hangsOn: string | null;
  readonly hangsOnName: string | null;
  readonly helperName: string | null;
  readonly dependencyThen: number | null;
  readonly secondThen: number | null;
  readonly contactsThen: number;
  readonly dependencyNow: number | null;
  readonly contactsNow: number;
  readonly startedAt: Date;
  readonly version: number;
  readonly deletedAt: Date | null;
  /** Set where the relation is private: who may see it. */
  readonly visibleTo: readonly string[] | null;
}

const columns = sql.raw(`n.id, n.party_id as "partyId", p.name as "partyName", n.goal, n.hangs_on as "hangsOn",
  h.name as "hangsOnName", n.helper_id as "helperId", c.name as "helperName", n.dependency_then as "dependencyThen",
  n.second_then as "secondThen", n.contacts_then as "contactsThen", f.dependency as "dependencyNow",
  coalesce(f.contact_count, 0) as "contactsNow", n.due_on as "dueOn", n.started_at as "startedAt",
  n.ended_at as "endedAt", n.outcome, n.version, n.deleted_at as "deletedAt",
  case when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"`);
const from = sql.raw(`plans n join parties p on p.id = n.party_id left join parties h on h.id = n.hangs_on
  left join parties c on c.id = n.helper_id left join party_figures f on f.party_id = n.party_id`);

export async function insertPlan(
  tx: Tx,
  row: PlanWriting &
    Pick<PlanRow, 'id' | 'partyId' | 'hangsOn' | 'dependencyThen' | 'secondThen' | 'contactsThen' | 'startedAt'> & {
      authorId: string | null;
      at: Date;
    },
): Promise<void> {
  await sql`
    insert into plans (id, party_id, goal, hangs_on, helper_id, dependency_then, second_then, contacts_then, due_on,
      started_at, ended_at, outcome, author_id, updated_at)
    values (${row.id}, ${row.partyId}, ${row.goal}, ${row.hangsOn}, ${row.helperId}, ${row.dependencyThen},
      ${row.secondThen}, ${row.contactsThen}, ${row.dueOn}, ${row.startedAt}, ${row.endedAt}, ${row.outcome},
      ${row.authorId}, ${row.at})`.execute(tx);
}

export async function findPlan(db: Db, id: string, options: { lock?: boolean } = {}): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    select ${columns} from ${from} where n.id = ${id}::uuid and p.deleted_at is null
    ${options.lock ? sql`for no key update of n` : sql``}`.execute(db);
  return rows[0];
}

export async function updatePlan(
  tx: Tx,
  row: Allowed<PlanRow>,
  write: { fields: PlanWriting; deletedAt: Date | null; at: Date },
): Promise<void> {
  const { fields } = write;
  await sql`
    update plans set goal = ${fields.goal}, helper_id = ${fields.helperId}, due_on = ${fields.dueOn},
      ended_at = ${fields.endedAt}, outcome = ${fields.outcome}, deleted_at = ${write.deletedAt},
      version = version + 1, updated_at = ${write.at}
    where id = ${row.id}`.execute(tx);
}

export async function insertPlanSteps(tx: Tx, planId: string, taskIds: readonly string[]): Promise<void> {
  await sql`
    insert into plan_steps (plan_id, task_id, place)
    select ${planId}::uuid, id, place from unnest(${[...taskIds]}::uuid[]) with ordinality as t(id, place)`.execute(tx);
}

export interface PlanStepRow {
  readonly planId: string;
  readonly taskId: string;
  readonly title: string;
  readonly assigneeId: string;
  readonly assigneeName: string;
  readonly dueOn: string | null;
  readonly doneAt: Date | null;
}

/** Of these plans, in their order; a task in the bin is no step. */
export async function listPlanSteps(db: Db, planIds: readonly string[]): Promise<Map<string, PlanStepRow[]>> {
  const { rows } = await sql<PlanStepRow>`
    select s.plan_id as "planId", k.id as "taskId", k.title, k.assignee_id as "assigneeId", u.name as "assigneeName",
      k.due_on as "dueOn", k.done_at as "doneAt"
    from plan_steps s join tasks k on k.id = s.task_id join users u on u.id = k.assignee_id
    where s.plan_id = any(${[...planIds]}::uuid[]) and k.deleted_at is null order by s.plan_id, s.place`.execute(db);
  return Map.groupBy(rows, ({ planId }) => planId);
}

export interface PlanPage {
  readonly viewer: Viewer;
  readonly partyId: string | null;
  readonly isEnded: boolean;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The latest first. */
export async function pagePlans(db: Db, page: PlanPage): Promise<PlanRow[]> {
  const at = sql.raw(page.isEnded ? 'n.ended_at' : 'n.started_at');
  const { rows } = await sql<PlanRow>`
    select ${columns} from ${from}
    where n.deleted_at is null and ${page.isEnded ? sql`n.ended_at is not null` : sql`n.ended_at is null`}
      and p.deleted_at is null and ${isVisibleTo(page.viewer, 'p')}
      ${page.partyId === null ? sql`` : sql`and n.party_id = ${page.partyId}::uuid`}
      ${page.after === null ? sql`` : sql`and (${at}, n.id) < (${page.after.at}, ${page.after.id}::uuid)`}
    order by ${at} desc, n.id desc limit ${page.limit}`.execute(db);
  return rows;
}
