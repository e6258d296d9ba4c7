/** Use cases of the demo firm: move it into an empty house, and out again, leaving the house as it was. */
import { v7 as uuidv7 } from 'uuid';
import { forgetCheckRuns } from '#store/check-runs.ts';
import type { Tx } from '#store/database.ts';
import {
  type DatedRelation,
  deleteDemo,
  findNaming,
  hasInteractions,
  insertDatedRelations,
  listStrays,
  type PartyNaming,
  renameFirm,
  renameParty,
  updatePartyWords,
} from '#store/demo.ts';
import { insertIdentities } from '#store/identities.ts';
import { listInteractionsByKey } from '#store/interactions.ts';
import { insertParties, plainParty } from '#store/new-parties.ts';
import { findSetting, putSetting } from '#store/settings.ts';
import { ensureSource, widenCoverage } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { rederiveInteractions } from '../interactions/rederive-interactions.ts';
import { searchTextOf, sortNameOf } from '../parties/names.ts';
import { removeDemoRules } from './demo-agreements.ts';
import { removeDemoWords } from './demo-records.ts';

export interface DemoPartyInput {
  readonly key: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly role: string;
  readonly isOwn: boolean;
  readonly jobTitle: string | null;
  readonly note: string | null;
  readonly identities: readonly { readonly kind: 'mail' | 'phone'; readonly value: string }[];
  readonly wish: string | null;
  readonly closures: readonly { readonly from: string; readonly until: string; readonly label: string }[];
  readonly personalFoundation: boolean;
}

export interface DemoHouseInput {
  readonly firmName: string;
  /** Keys of the parties that the house's own firm and its signed-in user stand for. */
  readonly firmKey: string;
  readonly userKey: string;
  readonly parties: readonly DemoPartyInput[];
  readonly relations: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly fromOn: string | null;
    readonly untilOn: string | null;
  }[];
  readonly sourceLabels: readonly string[];
  /** Since when those sources were listened to. */
  readonly heardFrom: Date;
}

export interface DemoHouse {
  readonly importId: string;
  readonly idOf: (key: string) => string;
  readonly sourceNumberOf: (label: string) => number;
}

/** The id of what was told under this key. */
export async function findDemoMoment(
  ctx: Context & { db: Tx },
  { sourceNumber, sourceKey }: { sourceNumber: number; sourceKey: string },
): Promise<string> {
  const [row] = await listInteractionsByKey(ctx.db, { sourceNumber, sourceKeys: [sourceKey] });
  if (!row) throw new Error(`no moment ${sourceKey} in the demo`);
  return row.id;
}

/** What the house was before, to be given back. */
interface BeforeDemo {
  readonly importId: string;
  readonly firmName: string;
  readonly renamed: readonly PartyNaming[];
}

const beforeDemo = 'before-demo';

/** In one transaction with all that `write` writes: a load that is cut off leaves nothing behind. */
export async function fillDemoHouse(
  ctx: Context,
  input: DemoHouseInput,
  write: (ctx: Context & { db: Tx }, house: DemoHouse) => Promise<void>,
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    await write(within, await openDemoHouse(within, input));
  });
}

/** Only into a house where nothing happened yet: nobody's own relations get mixed with invented ones. */
async function openDemoHouse(ctx: Context & { db: Tx }, input: DemoHouseInput): Promise<DemoHouse> {
  const firm = allow(ctx.actor, 'govern', await getFirm(ctx.db));
  if (firm.isDemo || (await hasInteractions(ctx.db))) throw new AppError('conflict');
  const importId = uuidv7();
  const ids = new Map(input.parties.map((party) => [party.key, uuidv7()]));
  ids.set(input.firmKey, firm.partyId);
  const userParty = userPartyOf(ctx);
  if (userParty !== null) ids.set(input.userKey, userParty);
  const idOf = (key: string) => getOf(ids, key);
  const own = new Set([firm.partyId, userPartyOf(ctx)].filter((id) => id !== null));
  const renamed = await Promise.all([...own].map((id) => findNaming(ctx.db, id)));
  const before: BeforeDemo = {
    importId,
    firmName: firm.name,
    renamed: renamed.filter((naming) => naming !== undefined),
  };
  await putSetting(ctx.db, beforeDemo, before);
  await renameFirm(ctx.db, { name: input.firmName, isDemo: true });
  for (const party of input.parties) {
    if (own.has(idOf(party.key))) await renameParty(ctx.db, nameParty(party, idOf(party.key)));
  }
  const newcomers = input.parties.filter((party) => !own.has(idOf(party.key)));
  await insertAll(ctx, { ...input, parties: newcomers }, importId, idOf);
  const sources = new Map<string, number>();
  for (const label of input.sourceLabels) {
    const source = { id: uuidv7(), kind: 'demo', label, ownerUserId: null, isPrivate: false, isLive: false };
    const { number } = await ensureSource(ctx.db, { ...source, createdAt: ctx.now() });
    // Heard up to now and no further: invented people do nothing tomorrow, and that is no silence of theirs.
    await widenCoverage(ctx.db, number, { from: input.heardFrom, until: ctx.now() });
    sources.set(label, number);
  }
  return { importId, idOf, sourceNumberOf: (label) => getOf(sources, label) };
}

export async function closeDemoHouse(ctx: Context): Promise<void> {
  const firm = allow(ctx.actor, 'govern', await getFirm(ctx.db));
  await transact(ctx.db, async (tx) => {
    const before = (await findSetting(tx, beforeDemo)) as BeforeDemo | null;
    if (!firm.isDemo || before === null) throw new AppError('conflict');
    const strays = await listStrays(tx, before.importId);
    if (strays.length > 0) await rederiveInteractions(tx, { ids: [], gone: strays, at: ctx.now() });
    await deleteDemo(tx, { importId: before.importId, strays });
    await removeDemoWords(tx);
    await removeDemoRules(tx);
    await renameFirm(tx, { name: before.firmName, isDemo: false });
    // What was looked back on is no history of this house.
    await forgetCheckRuns(tx, { keep: 0 });
    for (const naming of before.renamed) await renameParty(tx, naming);
    await putSetting(tx, beforeDemo, null);
  });
}

async function insertAll(
  ctx: Context & { db: Tx },
  input: DemoHouseInput,
  importId: string,
  idOf: (key: string) => string,
): Promise<void> {
  const at = ctx.now();
  const rows = input.parties.map((party) => ({ ...party, id: idOf(party.key) }));
  await insertParties(
    ctx.db,
    rows.map((party) => ({
      ...plainParty,
      ...nameParty(party, party.id),
      kind: party.kind,
      jobTitle: party.jobTitle,
      note: party.note,
      isOwn: party.isOwn,
      roles: [party.role],
      triagedAt: at,
      importId,
    })),
    at,
  );
  await insertIdentities(
    ctx.db,
    rows.flatMap((party) =>
      party.identities.map((identity) => ({
        ...identity,
        id: uuidv7(),
        partyId: party.id,
        label: null,
        isPrimary: true,
      })),
    ),
    at,
  );
  await updatePartyWords(ctx.db, rows);
  const relations = input.relations.map(({ type, from, to, fromOn, untilOn }): DatedRelation => {
    return { id: uuidv7(), typeKey: type, fromParty: idOf(from), toParty: idOf(to), fromOn, untilOn };
  });
  await insertDatedRelations(ctx.db, relations, at);
}

function userPartyOf(ctx: Context): string | null {
  return ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
}

function nameParty(
  party: Pick<DemoPartyInput, 'name' | 'kind'> & Partial<Pick<DemoPartyInput, 'identities'>>,
  id: string,
): PartyNaming {
  const { name, kind, identities = [] } = party;
  return { id, name, sortName: sortNameOf(name, kind), searchText: searchTextOf({ name, identities }) };
}

function getOf<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`the demo firm has no ${key}`);
  return value;
}
