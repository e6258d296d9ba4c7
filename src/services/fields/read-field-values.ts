/** Values of own fields as they are sent, held against what was defined. */
import { type Money, toMajor, toMoney } from '#contract/currencies.ts';
import type { FieldInput } from '#contract/party-facts.ts';
import type { Tx } from '#store/database.ts';
import type { FieldValue, StoredFieldValue } from '#store/field-values.ts';
import { type FieldRow, listFields } from '#store/fields.ts';
import { findPartiesById } from '#store/identities.ts';
import { isAllowed } from '../allow.ts';
import { AppError, type Problem } from '../app-error.ts';
import type { Context } from '../context.ts';

export interface ReadFieldValue {
  readonly field: FieldRow;
  readonly value: FieldValue | null;
}

export const noValue: FieldValue = { text: null, number: null, date: null, choices: null, party: null };

/** Throws with a problem for each key that is unknown, does not apply, or holds what cannot be. */
export async function readFieldValues(
  ctx: Context,
  tx: Tx,
  input: { kind: 'person' | 'organisation'; fields: Readonly<Record<string, FieldInput>> },
): Promise<ReadFieldValue[]> {
  const defined = new Map((await listFields(tx)).map((field) => [field.key, field]));
  const problems: Problem[] = [];
  const read: ReadFieldValue[] = [];
  for (const [key, written] of Object.entries(input.fields)) {
    const field = defined.get(key);
    const path = `body.fields.${key}`;
    if (!field || field.archivedAt !== null) {
      // A field that is gone since takes no value back; that is no reason to put nothing back.
      if (ctx.undoes === undefined) problems.push({ path, code: 'unknown-key', message: 'Unknown key' });
    } else if (field.appliesTo !== 'both' && field.appliesTo !== input.kind && written !== null) {
      problems.push({ path, code: 'does-not-apply', message: `this field is for a ${field.appliesTo}` });
    } else {
      const value = written === null || written === '' ? null : readValue(field, written);
      if (typeof value === 'string') problems.push({ path, code: value, message: value.replaceAll('-', ' ') });
      else read.push({ field, value });
    }
  }
  problems.push(...(await findHiddenParties(ctx, tx, read)));
  if (problems.length > 0) throw new AppError('bad-input', { problems });
  return read;
}

/** The value in the column of its type, or the code of what is wrong with it. */
export function readValue(field: FieldRow, written: Exclude<FieldInput, null>): FieldValue | null | string {
  switch (field.type) {
    case 'text':
      return typeof written === 'string' ? { ...noValue, text: written.trim() } : 'not-a-text';
    case 'number':
      return typeof written === 'number' ? { ...noValue, number: written } : 'not-a-number';
    case 'date':
      return typeof written === 'string' && isDate(written) ? { ...noValue, date: written } : 'not-a-date';
    case 'link': {
      const link = typeof written === 'string' ? readLink(written) : null;
      return link === null ? 'not-a-link' : { ...noValue, text: link };
    }
    case 'money': {
      if (typeof written !== 'object' || Array.isArray(written)) return 'not-an-amount';
      return moneyValue(written);
    }
    case 'party': {
      const isId = typeof written === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(written);
      return isId ? { ...noValue, party: written } : 'not-a-relation';
    }
    case 'choice':
      return typeof written === 'string' && hasOption(field, written)
        ? { ...noValue, choices: [written] }
        : 'not-a-choice';
    case 'multi-choice': {
      if (!Array.isArray(written) || !written.every((key) => hasOption(field, key))) return 'not-a-choice';
      return written.length === 0 ? null : { ...noValue, choices: [...new Set(written)] };
    }
  }
}

/** In hundredths of the currency, whatever its smallest unit is: as lists sort and filter by it. */
export function moneyValue(money: Money): FieldValue {
  return { ...noValue, number: Math.round(toMajor(money) * 1e4) / 100, text: money.currency };
}

export function readMoney({ number, text }: Pick<FieldValue, 'number' | 'text'>): Money {
  return toMoney((number ?? 0) / 100, text ?? '');
}

function hasOption(field: FieldRow, key: string): boolean {
  return field.options.some((option) => option.key === key);
}

export function isDate(written: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(written)) return false;
  const at = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
}

/** https:// may be left out; nothing that would run. */
export function readLink(written: string): string | null {
  const whole = /^[a-z][a-z+.-]*:/i.test(written.trim()) ? written.trim() : `https://${written.trim()}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, href } = new URL(whole);
  return ['https:', 'http:'].includes(protocol) && hostname.includes('.') ? href : null;
}

/** Who may not be seen cannot be named, just like who is not there. */
async function findHiddenParties(ctx: Context, tx: Tx, read: readonly ReadFieldValue[]): Promise<Problem[]> {
  const named = read.flatMap(({ field, value }) => (value?.party ? [{ key: field.key, party: value.party }] : []));
  if (named.length === 0) return [];
  const known = await findPartiesById(
    tx,
    named.map(({ party }) => party),
  );
  const seen = new Set(known.filter((row) => isAllowed(ctx.actor, 'see', row)).map(({ partyId }) => partyId));
  const hidden = named.filter(({ party }) => !seen.has(party.toLowerCase()));
  return hidden.map(({ key }) => ({ path: `body.fields.${key}`, code: 'unknown-party', message: 'unknown party' }));
}

/** As the contract has it: what one would send to have this value. */
export function writtenValue({ type, text, number, date, choices, party }: StoredFieldValue): FieldInput {
  switch (type) {
    case 'text':
    case 'link':
      return text;
    case 'number':
      return number;
    case 'date':
      return date;
    case 'money':
      return readMoney({ number, text });
    case 'party':
      return party;
    case 'choice':
      return choices?.[0] ?? null;
    case 'multi-choice':
      return [...(choices ?? [])];
  }
}
