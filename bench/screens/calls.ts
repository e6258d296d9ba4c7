/** Every call that the screens of steering make, with arguments drawn from the house: the busiest and the quietest alike. */
import { sql } from 'kysely';
import type { Db } from '#store/database.ts';
import type { Call } from '../speed/caller.ts';
import { tokenOf } from './fill.ts';

export interface ScreenCall {
  readonly screen: string;
  readonly name: string;
  readonly as: 'owner' | 'member' | 'visitor';
  /** A list is asked for page by page, this one being its first. */
  readonly isPaged?: true;
  readonly calls: readonly Call[];
}

const get = (path: string): Call => ({ method: 'GET', path });
const screenOf =
  (screen: string, as: ScreenCall['as'] = 'member') =>
  (name: string, calls: readonly Call[], more: { isPaged?: true } = {}): ScreenCall => ({
    ...{ screen, name, as, calls, ...more },
  });

export async function drawScreens(db: Db): Promise<ScreenCall[]> {
  const relations = await drawRelations(db);
  const own = (path: string) => [get(`/api${path}`)];
  const paged = { isPaged: true } as const;
  const [give, ideas, plans] = [screenOf('/give-and-take'), screenOf('/ideas'), screenOf('/plans')];
  const [network, reports, surveys] = [screenOf('/network'), screenOf('/reports'), screenOf('/surveys')];
  const [whatIf, settings, outside] = [screenOf('/what-if'), screenOf('/settings'), screenOf('outside', 'visitor')];
  const ideaIds = await listIds(db, 'ideas');
  const planIds = await listIds(db, 'plans');
  const reportIds = await listIds(db, 'reports');
  const ruleIds = await listIds(db, 'house_rules');
  return [
    // Pages for outsiders are counted by address and by minute: one kind first, one last.
    outside(
      'report page',
      Array.from({ length: 200 }, (_, at) => get(`/m/${tokenOf('m', at + 1)}`)),
    ),
    give('thanks owed', own('/thanks-owed'), paged),
    give('favours', own('/favours'), paged),
    give('to make good', own('/faults?open=true'), paged),
    give('kinds', own('/benefit-kinds')),
    ideas('all', own('/ideas'), paged),
    ...['waits=told', 'waits=thanks', 'status=delivered', 'thing=Blend%2013'].map((of) =>
      ideas(of, own(`/ideas?${of}`), paged),
    ),
    ideas(
      'one',
      ideaIds.map((id) => get(`/api/ideas/${id}`)),
    ),
    ideas('rules', own('/house-rules')),
    ideas(
      'cases of a rule',
      ruleIds.map((id) => get(`/api/house-rules/${id}/cases`)),
    ),
    plans('running', own('/plans?state=open'), paged),
    plans('ended', own('/plans?state=ended'), paged),
    plans('proposed', own('/plans/proposals?limit=20'), paged),
    plans(
      'course of one',
      planIds.map((id) => get(`/api/plans/${id}/history`)),
    ),
    network('weak points', own('/network/weak-points')),
    screenOf('/network', 'owner')('weak points, by the owner', own('/network/weak-points')),
    network('map of 500', own('/network/map?scope=matters')),
    network('map of 8,000', own('/network/map?scope=all')),
    ...['open', 'waiting', 'due', 'done'].map((state) => reports(state, own(`/reports?state=${state}`), paged)),
    reports(
      'one',
      reportIds.map((id) => get(`/api/reports/${id}`)),
    ),
    surveys('shares', own('/surveys/shares')),
    surveys('who may be asked', own('/surveys/candidates?kind=missing&may=true&limit=10'), paged),
    surveys('who may not', own('/surveys/candidates?kind=missing&may=false&limit=10'), paged),
    surveys('asked', own('/surveys?limit=20'), paged),
    screenOf('/check')('what came true', own('/check')),
    screenOf('/proposals')('open', own('/proposals'), paged),
    screenOf('/proposals')('count', own('/proposals/count')),
    whatIf('asked before', own('/what-if-runs?limit=10'), paged),
    whatIf('products', own('/what-if-products')),
    screenOf('/what-if', 'owner')('colleagues', own('/what-if-colleagues')),
    settings('parameters', own('/parameters')),
    settings('proposed by the log', own('/parameters/proposal')),
    settings('foundations', own('/foundation-kinds')),
    screenOf('/today')('of a colleague', own('/today')),
    screenOf('/today', 'owner')('of the owner', own('/today')),
    ...relationCalls(relations),
    outside(
      'survey page',
      Array.from({ length: 200 }, (_, at) => get(`/v/${tokenOf('v', at + 1)}`)),
    ),
  ];
}

interface Relations {
  readonly partyIds: readonly string[];
  readonly tieIds: readonly string[];
}

function relationCalls({ partyIds, tieIds }: Relations): ScreenCall[] {
  const relation = screenOf('/relations/<id>');
  const each = (path: (id: string) => string) => partyIds.map((id) => get(`/api${path(id)}`));
  return [
    relation(
      'itself',
      each((id) => `/parties/${id}`),
    ),
    relation(
      'timeline',
      each((id) => `/parties/${id}/timeline`),
    ),
    relation(
      'ledger',
      each((id) => `/parties/${id}/ledger`),
    ),
    relation(
      'year',
      each((id) => `/parties/${id}/history`),
    ),
    relation(
      'foundation',
      each((id) => `/parties/${id}/foundation`),
    ),
    relation(
      'plans',
      each((id) => `/plans?partyId=${id}`),
    ),
    relation(
      'plan proposed',
      each((id) => `/plans/proposals?limit=20&partyId=${id}`),
    ),
    relation(
      'who knows whom',
      each((id) => `/parties/${id}/network`),
    ),
    relation(
      'who can introduce me',
      each((id) => `/parties/${id}/introduction`),
    ),
    relation(
      'expectations',
      each((id) => `/parties/${id}/expectations`),
    ),
    relation(
      'ideas',
      each((id) => `/ideas?partyId=${id}`),
    ),
    relation(
      'surveys',
      each((id) => `/surveys?partyId=${id}&limit=10`),
    ),
    relation(
      'may be asked',
      each((id) => `/surveys/candidates?kind=missing&partyId=${id}`),
    ),
    relation(
      'reports',
      each((id) => `/reports?partyId=${id}&state=open`),
    ),
    relation(
      'promises',
      each((id) => `/promises?partyId=${id}&open=true`),
    ),
    relation(
      'faults',
      each((id) => `/faults?partyId=${id}`),
    ),
    relation(
      'what if asked of it',
      each((id) => `/what-if-runs?partyId=${id}`),
    ),
    relation(
      'buying',
      each((id) => `/parties/${id}/buying`),
    ),
    relation(
      'tie',
      tieIds.map((id) => get(`/api/ties/${id}`)),
    ),
    relation(
      'what changed',
      tieIds.map((id) => get(`/api/ties/${id}/change`)),
    ),
    relation(
      'how we know',
      tieIds.map((id) => get(`/api/ties/${id}/evidence/trust`)),
    ),
  ];
}

/** Forty of the closest, forty firms of many strands, and a hundred and twenty by chance. */
async function drawRelations(db: Db): Promise<Relations> {
  const { rows } = await sql<{ id: string }>`
    (select party_id as id from party_figures order by bond desc limit 40)
    union (select party_id from party_figures order by strand_count desc, party_id limit 40)
    union (select id from parties where not is_own and deleted_at is null order by md5(id::text || 'drawn') limit 120)
    order by id`.execute(db);
  const ties = await sql<{ id: string }>`select id from ties order by md5(id::text || 'drawn') limit 200`.execute(db);
  return { partyIds: rows.map(({ id }) => id), tieIds: ties.rows.map(({ id }) => id) };
}

async function listIds(db: Db, table: 'ideas' | 'plans' | 'reports' | 'house_rules'): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} order by md5(id::text) limit 200`.execute(db);
  return rows.map(({ id }) => id);
}
