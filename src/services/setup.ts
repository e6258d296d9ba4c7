/** First run: a token from the console makes the firm, the own organisation, and its owner. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from '#store/database.ts';
import { findFirmRow, insertFirmRow } from '#store/firm.ts';
import { insertIdentities } from '#store/identities.ts';
import { insertParties, plainParty } from '#store/new-parties.ts';
import { findSetting, putSetting } from '#store/settings.ts';
import { transact } from '#store/transact.ts';
import { allow } from './allow.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';
import { isTimeZone } from './firm-days.ts';
import { addColleague } from './parties/add-colleague.ts';
import { businessDomain } from './parties/mail-domains.ts';
import { searchTextOf, sortNameOf } from './parties/names.ts';

const tokenSetting = 'first-run-token';

/** A fresh token for the console; only its hash is kept, so each start prints a new one. Null once an owner exists. */
export async function getFirstRunToken(db: Db): Promise<string | null> {
  if (await findFirmRow(db)) return null;
  const token = randomBytes(18).toString('base64url');
  await transact(db, (tx) => putSetting(tx, tokenSetting, hashToken(token).toString('hex')));
  return token;
}

export async function lookAtSetup(ctx: Context) {
  return { needed: (await findFirmRow(ctx.db)) === undefined };
}

interface SetupInput {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly firmName: string;
  readonly locale: 'nl' | 'en';
  readonly timeZone: string;
}

export async function createFirstOwner(ctx: Context, input: SetupInput) {
  if (!isTimeZone(input.timeZone)) {
    const problem = { path: 'body.timeZone', code: 'unknown-time-zone', message: 'not a time zone' };
    throw new AppError('bad-input', { problems: [problem] });
  }
  return transact(ctx.db, async (tx) => {
    await checkToken(tx, input.token);
    await makeFirm(tx, { name: input.firmName, timeZone: input.timeZone, ownerEmail: input.email, at: ctx.now() });
    await ctx.enqueue({ name: 'set-clock', data: {} }, tx);
    await putSetting(tx, tokenSetting, null);
    const { name, email, password, locale } = input;
    const partyId = await addColleague(tx, { name, email, at: ctx.now() });
    await ctx.ports.accounts.create({ db: tx, name, email, password, role: 'owner', locale, partyId });
    return { done: true as const };
  });
}

/** The firm and its own organisation, without anybody in it yet. */
export async function makeFirm(
  tx: Tx,
  input: { name: string; timeZone: string; ownerEmail: string; at: Date },
): Promise<string> {
  const partyId = uuidv7();
  const domain = businessDomain({ kind: 'mail', value: input.ownerEmail });
  const identities = domain === null ? [] : [{ kind: 'handle', value: domain }];
  const party = {
    ...plainParty,
    id: partyId,
    kind: 'organisation' as const,
    name: input.name,
    sortName: sortNameOf(input.name, 'organisation'),
    searchText: searchTextOf({ name: input.name, identities }),
    isOwn: true,
    triagedAt: input.at,
  };
  await insertParties(tx, [party], input.at);
  const rows = identities.map((identity) => ({ ...identity, id: uuidv7(), partyId, label: null, isPrimary: true }));
  await insertIdentities(tx, rows, input.at);
  const { name, timeZone } = input;
  const firm = { name, timeZone, defaultCountry: 'NL', closures: [], partyId, isDemo: false };
  await insertFirmRow(tx, { ...firm, createdAt: input.at });
  return partyId;
}

export async function loadDemo(ctx: Context) {
  allow(ctx.actor, 'govern', {});
  await ctx.ports.demo.load(ctx);
  return { done: true as const };
}

export async function removeDemo(ctx: Context) {
  allow(ctx.actor, 'govern', {});
  await ctx.ports.demo.remove(ctx);
  return { done: true as const };
}

/** The row is locked: of two who hold the token at once, one makes the house. */
async function checkToken(tx: Tx, token: string): Promise<void> {
  const kept = await findSetting(tx, tokenSetting, { lock: true });
  if (await findFirmRow(tx)) throw new AppError('setup-done');
  const expected = typeof kept === 'string' ? Buffer.from(kept, 'hex') : Buffer.alloc(32);
  if (typeof kept !== 'string' || !timingSafeEqual(expected, hashToken(token))) throw new AppError('wrong-token');
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token.trim()).digest();
}
