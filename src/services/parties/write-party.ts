/** Writes what people say about a relation: its row, own fields, tags and groups. */
import { v7 as uuidv7 } from 'uuid';
import type { FieldInput } from '#contract/party-facts.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { writeFieldValues } from '#store/field-values.ts';
import { listFields } from '#store/fields.ts';
import type { YearlyClosure } from '#store/firm.ts';
import { ensureGroups, setPartyGroups } from '#store/groups.ts';
import { findPartiesById } from '#store/identities.ts';
import { type PartyRecordRow, updateParty } from '#store/parties.ts';
import { ensureTags, setPartyTags } from '#store/tags.ts';
import { isAllowed, viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { type ReadFieldValue, readFieldValues } from '../fields/read-field-values.ts';
import { getFirm } from '../firm.ts';
import { dayOf } from '../firm-days.ts';
import { normaliseText, searchTextOf, sortNameOf } from './names.ts';
import { listOwnWords } from './own-words.ts';
import { type FactDrafts, readFacts } from './party-facts.ts';
import type { IdentityInput } from './party-identities.ts';

export interface PartyFields extends FactDrafts {
  readonly name?: string;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly jobTitle?: string | null;
  readonly note?: string | null;
  readonly roles?: readonly string[];
  readonly contactWish?: string | null;
  readonly closures?: readonly YearlyClosure[];
  readonly personalFoundation?: boolean;
  readonly identities?: readonly IdentityInput[];
  readonly tags?: readonly string[];
  readonly groups?: readonly string[];
  readonly fields?: Readonly<Record<string, FieldInput>>;
}

export async function writePartyFields(
  ctx: Context,
  tx: Tx,
  row: Allowed<PartyRecordRow>,
  input: PartyFields,
): Promise<void> {
  const at = ctx.now();
  const { defaultCountry, timeZone } = await getFirm(tx);
  const facts = readFacts(input, {
    row,
    defaultCountry,
    userId: viewerOf(ctx.actor),
    today: dayOf(at.getTime(), timeZone),
  });
  if (input.metThrough) await refuseStranger(ctx, tx, { id: input.metThrough, row });
  const values = input.fields ? await readFieldValues(ctx, tx, { kind: row.kind, fields: input.fields }) : [];
  const name = input.name ?? row.name;
  const fields = {
    ...facts,
    name,
    sortName: sortNameOf(name, row.kind),
    searchText: searchTextOf({ name, identities: row.identities, words: await wordsOf(tx, row, values) }),
    givenName: keep(input.givenName, row.givenName),
    familyName: keep(input.familyName, row.familyName),
    jobTitle: keep(input.jobTitle, row.jobTitle),
    note: keep(input.note, row.note),
    roles: input.roles ?? row.roles,
    contactWish: keep(input.contactWish, row.contactWish),
    closures: input.closures ?? row.closures,
    personalFoundation: input.personalFoundation ?? row.personalFoundation,
  };
  await updateParty(tx, row, { fields, at });
  await writeFieldValues(
    tx,
    values.map(({ field, value }) => ({ fieldId: field.id, partyId: row.id, value })),
  );
  if (input.tags) await setPartyTags(tx, row, await idsOfTags(ctx, tx, input.tags));
  if (input.groups) await setPartyGroups(tx, row, { groupIds: await idsOfGroups(ctx, tx, input.groups), at });
}

/** Null empties a field; leaving it out leaves it. */
function keep<T>(given: T | undefined, known: T): T {
  return given === undefined ? known : given;
}

async function refuseStranger(ctx: Context, tx: Tx, named: { id: string; row: PartyRecordRow }): Promise<void> {
  const [party] = await findPartiesById(tx, [named.id]);
  const isFine = named.id === named.row.metThrough || (party && isAllowed(ctx.actor, 'see', party));
  if (isFine && named.id !== named.row.id) return;
  const problem = { path: 'body.metThrough', code: 'unknown-party', message: 'unknown party' };
  throw new AppError('bad-input', { problems: [problem] });
}

async function wordsOf(tx: Tx, row: PartyRecordRow, written: readonly ReadFieldValue[]): Promise<string[]> {
  if (row.fieldValues.length + written.length === 0) return [];
  const fields = new Map((await listFields(tx)).map((field) => [field.key, field]));
  const values = new Map<string, ReadFieldValue['value']>(row.fieldValues.map((value) => [value.key, value]));
  for (const { field, value } of written) values.set(field.key, value);
  return listOwnWords(fields, values);
}

async function idsOfTags(ctx: Context, tx: Tx, names: readonly string[]): Promise<string[]> {
  const wanted = names.map((name) => ({ id: uuidv7(), name, key: normaliseText(name), colour: 'grey' }));
  const rows = await ensureTags(tx, distinct(wanted), { by: viewerOf(ctx.actor), at: ctx.now() });
  return rows.map(({ id }) => id);
}

async function idsOfGroups(ctx: Context, tx: Tx, names: readonly string[]): Promise<string[]> {
  const wanted = names.map((name) => ({ id: uuidv7(), name, key: normaliseText(name), note: null }));
  const rows = await ensureGroups(tx, distinct(wanted), { by: viewerOf(ctx.actor), at: ctx.now() });
  return rows.map(({ id }) => id);
}

function distinct<T extends { readonly key: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
