/** Fields that people add themselves: named, ordered, archived; no code, no restart. */
import { v7 as uuidv7 } from 'uuid';
import type { Field } from '#contract/fields.ts';
import type { Tx } from '#store/database.ts';
import { addSearchWords, hasFieldValues, listUsedChoices } from '#store/field-values.ts';
import {
  deleteField,
  type FieldRow,
  type FieldWriting,
  findField,
  insertField,
  listFields as listRows,
  placeFields,
  updateField as updateRow,
} from '#store/fields.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { normaliseText } from '../parties/names.ts';
import { noteField } from './note-field.ts';

/** More than this nobody oversees, and each is asked for with every relation. */
const mostFields = 100;

export async function listFields(ctx: Context): Promise<{ items: Field[] }> {
  return { items: (await listRows(ctx.db)).map(describeField) };
}

interface OptionInput {
  readonly key?: string | undefined;
  readonly label: string;
}

interface CreateInput {
  readonly name: string;
  readonly appliesTo: FieldRow['appliesTo'];
  readonly type: FieldRow['type'];
  readonly options?: readonly OptionInput[];
}

export async function createField(ctx: Context, input: CreateInput): Promise<Field> {
  allow(ctx.actor, 'govern', {});
  return transact(ctx.db, async (tx) => {
    const all = await listRows(tx);
    if (all.length >= mostFields) throw new AppError('too-large');
    const { name, appliesTo, type } = input;
    refuseSameName(all, { id: null, name });
    const key = makeKey(
      name,
      all.map((field) => field.key),
    );
    const options = readOptions(input.options ?? [], { type, known: [] });
    const now = { id: uuidv7(), key, name, appliesTo, type, options, place: all.length + 1, version: 1 };
    await insertField(tx, { ...now, archivedAt: null, createdAt: ctx.now() });
    return describeField(await noted(ctx, tx, { id: now.id, act: 'create' }));
  });
}

export interface FieldChange {
  readonly fieldId: string;
  readonly ifVersion?: number;
  readonly name?: string;
  readonly appliesTo?: FieldRow['appliesTo'];
  readonly options?: readonly OptionInput[];
  readonly place?: number;
  readonly isArchived?: boolean;
}

export async function updateField(ctx: Context, input: FieldChange): Promise<Field> {
  return transact(ctx.db, async (tx) => {
    const was = allow(ctx.actor, 'govern', await findField(tx, input.fieldId));
    if (input.ifVersion !== undefined && input.ifVersion !== was.version) {
      throw new AppError('stale', { current: { ...describeField(was) } });
    }
    const all = await listRows(tx);
    refuseSameName(all, { id: was.id, name: input.name ?? was.name });
    const options = input.options ? readOptions(input.options, { type: was.type, known: was.options }) : was.options;
    await refuseLostChoices(tx, was, options);
    const archivedAt = input.isArchived ? (was.archivedAt ?? ctx.now()) : null;
    const fields: FieldWriting = {
      name: input.name ?? was.name,
      appliesTo: input.appliesTo ?? was.appliesTo,
      options,
      archivedAt: input.isArchived === undefined ? was.archivedAt : archivedAt,
    };
    await updateRow(tx, was, fields);
    if (input.place !== undefined) await placeFields(tx, reorder(all, { id: was.id, place: input.place }));
    for (const { key, label } of options) {
      const isRenamed = was.options.some((option) => option.key === key && option.label !== label);
      if (isRenamed) await addSearchWords(tx, { fieldId: was.id, key, words: normaliseText(label) });
    }
    return describeField(await noted(ctx, tx, { id: was.id, act: 'update', was }));
  });
}

export async function removeField(ctx: Context, input: { fieldId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const was = allow(ctx.actor, 'govern', await findField(tx, input.fieldId));
    if (await hasFieldValues(tx, was.id)) throw new AppError('in-use');
    await deleteField(tx, was);
    await noteField(ctx, tx, { act: 'remove', was });
    return { done: true as const };
  });
}

async function noted(
  ctx: Context,
  tx: Tx,
  change: { id: string; act: 'create' | 'update'; was?: FieldRow },
): Promise<FieldRow> {
  const now = await findField(tx, change.id);
  if (!now) throw notFound();
  await noteField(ctx, tx, { act: change.act, now, ...(change.was && { was: change.was }) });
  return now;
}

/** "Maling (grof)" stands in the API as `maling-grof`. */
function makeKey(name: string, taken: readonly string[]): string {
  const plain = normaliseText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = plain || 'field';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

function readOptions(
  inputs: readonly OptionInput[],
  { type, known }: { type: FieldRow['type']; known: FieldRow['options'] },
): FieldRow['options'] {
  const isChoice = type === 'choice' || type === 'multi-choice';
  if (isChoice !== inputs.length > 0) throw badOptions(isChoice ? 'needs-choices' : 'takes-no-choices');
  const options: { key: string; label: string }[] = [];
  for (const { key, label } of inputs) {
    const taken = [...options, ...known].map((option) => option.key);
    const kept = known.some((option) => option.key === key) ? key : undefined;
    options.push({ key: kept ?? makeKey(label, taken), label });
  }
  const labels = options.map(({ label }) => normaliseText(label));
  if (new Set(labels).size < labels.length) throw badOptions('same-name');
  return options;
}

async function refuseLostChoices(tx: Tx, was: FieldRow, options: FieldRow['options']): Promise<void> {
  const stays = new Set(options.map(({ key }) => key));
  const gone = was.options.map(({ key }) => key).filter((key) => !stays.has(key));
  if (gone.length > 0 && (await listUsedChoices(tx, { fieldId: was.id, keys: gone })).length > 0) {
    throw badOptions('choice-in-use');
  }
}

function refuseSameName(all: readonly FieldRow[], { id, name }: { id: string | null; name: string }): void {
  const key = normaliseText(name);
  if (!all.some((field) => field.id !== id && normaliseText(field.name) === key)) return;
  const problem = { path: 'body.name', code: 'same-name', message: 'there is a field of this name' };
  throw new AppError('conflict', { problems: [problem] });
}

function badOptions(code: string): AppError {
  return new AppError('bad-input', {
    problems: [{ path: 'body.options', code, message: code.replaceAll('-', ' ') }],
  });
}

function reorder(all: readonly FieldRow[], { id, place }: { id: string; place: number }): string[] {
  const rest = all.map((field) => field.id).filter((other) => other !== id);
  return rest.toSpliced(place - 1, 0, id);
}

export function describeField({ archivedAt, createdAt, options, ...row }: FieldRow): Field {
  return {
    ...row,
    options: options.map((option) => ({ ...option })),
    isArchived: archivedAt !== null,
    createdAt: createdAt.toISOString(),
  };
}
