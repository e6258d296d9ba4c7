/** What the firm agreed to do when a relation does something, and how that went. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export type HouseTrigger =
  | 'introduction'
  | 'first-order'
  | 'help'
  | 'gift'
  | 'review'
  | 'idea'
  | 'idea-delivered'
  | 'complaint-closed'
  | 'birthday';

export interface HouseRuleWriting {
  readonly trigger: HouseTrigger;
  readonly act: string;
  readonly withinDays: number;
  readonly assigneeId: string | null;
}

export interface HouseRuleRow extends HouseRuleWriting {
  readonly id: string;
  readonly assigneeName: string | null;
  readonly createdBy: string | null;
  readonly sinceOn: string;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export interface WatchedRule extends HouseRuleRow {
  readonly kept: number;
  readonly late: number;
  readonly open: number;
}

const columns = sql.raw(`r.id, r.trigger, r.act, r.within_days as "withinDays", r.assignee_id as "assigneeId",
  u.name as "assigneeName", r.created_by as "createdBy", r.since_on as "sinceOn", r.version, r.deleted_at as "deletedAt"`);
const from = sql.raw('house_rules r left join users u on u.id = r.assignee_id');
const mostRules = 100;

export async function insertHouseRule(
  tx: Tx,
  row: HouseRuleWriting & { id: string; createdBy: string; sinceOn: string; at: Date },
): Promise<void> {
  await sql`
    insert into house_rules (id, trigger, act, within_days, assignee_id, created_by, since_on, created_at, updated_at)
    values (${row.id}, ${row.trigger}, ${row.act}, ${row.withinDays}, ${row.assigneeId}, ${row.createdBy},
      ${row.sinceOn}, ${row.at}, ${row.at})`.execute(tx);
}

export async function findHouseRule(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<HouseRuleRow | undefined> {
  const { rows } = await sql<HouseRuleRow>`
    select ${columns} from ${from} where r.id = ${id}::uuid
    ${options.lock ? sql`for no key update of r` : sql``}`.execute(db);
  return rows[0];
}

export async function updateHouseRule(
  tx: Tx,
  row: Allowed<HouseRuleRow>,
  write: { fields: Omit<HouseRuleWriting, 'trigger'>; deletedAt: Date | null; at: Date },
): Promise<void> {
  const { fields, deletedAt, at } = write;
  await sql`
    update house_rules set act = ${fields.act}, within_days = ${fields.withinDays},
      assignee_id = ${fields.assigneeId}, deleted_at = ${deletedAt}, version = version + 1, updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

export async function listHouseRules(db: Db): Promise<HouseRuleRow[]> {
  const { rows } = await sql<HouseRuleRow>`
    select ${columns} from ${from} where r.deleted_at is null order by r.created_at, r.id limit ${mostRules}`.execute(
    db,
  );
  return rows;
}

/** `on`: today at the firm, whose clock decides on which day something was done. */
export interface Judged {
  readonly on: string;
  readonly timeZone: string;
}

/** Null where the task was taken away: then nobody was to do it after all. */
const outcomeOf = ({ on, timeZone }: Judged) => sql<'kept' | 'late' | 'open' | null>`case
  when k.id is null or k.deleted_at is not null then null
  when k.done_at is not null and (k.done_at at time zone ${timeZone}::text)::date <= c.due_on then 'kept'
  when k.done_at is not null or c.due_on < ${on}::date then 'late' else 'open' end`;

/** With how each rule went in the year before: everybody's cases together, of nobody in particular. */
export async function listWatchedRules(db: Db, judged: Judged): Promise<WatchedRule[]> {
  const { rows } = await sql<WatchedRule>`
    select ${columns}, coalesce(n.kept, 0) as kept, coalesce(n.late, 0) as late, coalesce(n.open, 0) as open
    from ${from} left join lateral (
      select (count(*) filter (where o.outcome = 'kept'))::int as kept,
        (count(*) filter (where o.outcome = 'late'))::int as late,
        (count(*) filter (where o.outcome = 'open'))::int as open
      from (
        select ${outcomeOf(judged)} as outcome from house_rule_cases c left join tasks k on k.id = c.task_id
        where c.rule_id = r.id and c.due_on > ${judged.on}::date - 365
      ) o
    ) n on true
    where r.deleted_at is null order by r.created_at, r.id limit ${mostRules}`.execute(db);
  return rows;
}

export interface CaseRow {
  readonly key: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly happenedOn: string;
  readonly dueOn: string;
  readonly taskId: string | null;
  readonly doneAt: Date | null;
  readonly outcome: 'kept' | 'late' | 'open' | null;
}

/** Each time it came up, the latest first; of relations that everybody may see. */
export async function pageCases(
  db: Db,
  page: Judged & { ruleId: string; after: { dueOn: string; key: string } | null; limit: number },
): Promise<CaseRow[]> {
  const { after } = page;
  const { rows } = await sql<CaseRow>`
    select c.key, c.party_id as "partyId", p.name as "partyName", c.happened_on as "happenedOn", c.due_on as "dueOn",
      c.task_id as "taskId", k.done_at as "doneAt", ${outcomeOf(page)} as outcome
    from house_rule_cases c join parties p on p.id = c.party_id left join tasks k on k.id = c.task_id
    where c.rule_id = ${page.ruleId}::uuid and p.visibility = 'firm' and p.deleted_at is null
      and ${after === null ? sql`true` : sql`(c.due_on, c.key) < (${after.dueOn}::date, ${after.key}::text)`}
    order by c.due_on desc, c.key desc limit ${page.limit}`.execute(db);
  return rows;
}

export interface NewCase {
  readonly ruleId: string;
  readonly key: string;
  readonly partyId: string;
  readonly happenedOn: string;
  readonly dueOn: string;
  readonly taskId: string | null;
}

/** False: it came up before, and has had its task. */
export async function insertCase(tx: Tx, row: NewCase): Promise<boolean> {
  const { rows } = await sql`
    insert into house_rule_cases (rule_id, key, party_id, happened_on, due_on, task_id)
    values (${row.ruleId}, ${row.key}, ${row.partyId}, ${row.happenedOn}, ${row.dueOn}, ${row.taskId})
    on conflict (rule_id, key) do nothing returning key`.execute(tx);
  return rows.length > 0;
}

export async function setCaseTask(tx: Tx, of: { ruleId: string; key: string; taskId: string }): Promise<void> {
  await sql`
    update house_rule_cases set task_id = ${of.taskId} where rule_id = ${of.ruleId} and key = ${of.key}`.execute(tx);
}
