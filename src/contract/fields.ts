/** Fields that people add themselves, to persons, organisations or both. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line } from './values.ts';

export const fieldType = z.enum(['text', 'number', 'date', 'choice', 'multi-choice', 'money', 'link', 'party']);
export const fieldOption = z.object({ key: z.string(), label: z.string() });

export const field = z.object({
  id,
  /** Under this name it stands in `fields` of a relation; it never changes. */
  key: z.string(),
  name: z.string(),
  appliesTo: z.enum(['person', 'organisation', 'both']),
  type: fieldType,
  /** What can be chosen. */
  options: z.array(fieldOption),
  place: z.int(),
  isArchived: z.boolean(),
  version: z.int(),
  createdAt: instant,
});
export type Field = z.infer<typeof field>;

const optionInput = z.strictObject({
  /** Left out: a new one. */
  key: line(60).optional(),
  label: line(100),
});
const fieldId = { fieldId: id };

export const fields = {
  list: endpoint({
    method: 'GET',
    path: '/fields',
    summary: 'Own fields in their order, archived ones last',
    tag: 'fields',
    output: z.object({ items: z.array(field) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/fields',
    summary: 'Add a field of your own',
    tag: 'fields',
    access: 'owner',
    body: {
      name: line(100),
      appliesTo: field.shape.appliesTo,
      type: fieldType,
      options: z.array(optionInput).max(100).optional(),
    },
    output: field,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/fields/{fieldId}',
    summary: 'Rename a field, change its choices, its place, or archive it; its type stays',
    tag: 'fields',
    access: 'owner',
    params: fieldId,
    body: {
      name: line(100).optional(),
      appliesTo: field.shape.appliesTo.optional(),
      options: z.array(optionInput).max(100).optional(),
      /** 1 is first. */
      place: z.int().min(1).max(1000).optional(),
      isArchived: z.boolean().optional(),
    },
    output: field,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/fields/{fieldId}',
    summary: 'Delete a field that nobody has a value in; one in use is archived instead',
    tag: 'fields',
    access: 'owner',
    params: fieldId,
    output: done,
  }),
};
