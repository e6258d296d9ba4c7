/** Texts one writes more often, with fields such as {{voornaam}}; and who asked for no mail. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { richText } from './rich-text.ts';
import { done, id, instant, line, text } from './values.ts';

export const mailTemplate = z.object({
  id,
  name: z.string(),
  subject: z.string(),
  body: richText,
  isShared: z.boolean(),
  isMine: z.boolean(),
  mayChange: z.boolean(),
  by: z.string().nullable(),
  version: z.int(),
  updatedAt: instant,
});
export type MailTemplate = z.infer<typeof mailTemplate>;

const fields = { name: line(100), subject: text(500), body: richText, isShared: z.boolean() };
const templateId = { templateId: id };

export const mailTemplates = {
  list: endpoint({
    method: 'GET',
    path: '/mail-templates',
    summary: 'Your templates and those that colleagues share, and the fields they may name',
    tag: 'mail',
    output: z.object({ items: z.array(mailTemplate), fields: z.array(z.object({ nl: z.string(), en: z.string() })) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/mail-templates',
    summary: 'Keep a text as a template',
    tag: 'mail',
    body: { ...fields, subject: fields.subject.default(''), isShared: z.boolean().default(false) },
    output: mailTemplate,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/mail-templates/{templateId}',
    summary: 'Change a template (If-Match: its version)',
    tag: 'mail',
    params: templateId,
    body: {
      name: fields.name.optional(),
      subject: fields.subject.optional(),
      body: fields.body.optional(),
      isShared: fields.isShared.optional(),
    },
    output: mailTemplate,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/mail-templates/{templateId}',
    summary: 'Take a template away (undo brings it back)',
    tag: 'mail',
    params: templateId,
    output: done,
  }),
  preview: endpoint({
    method: 'GET',
    path: '/mail-templates/{templateId}/for/{partyId}',
    summary: 'As it would read for one relation, and which fields have nothing to fill them with',
    tag: 'mail',
    params: { ...templateId, partyId: id },
    output: z.object({ subject: z.string(), body: richText, missing: z.array(z.string()) }),
  }),
};

const refusal = z.object({
  partyId: id,
  /** They asked for no mail that they did not ask for. */
  isRefused: z.boolean(),
  /** hand: somebody wrote it down; mail: a mail of theirs said so; wish: they would rather not be contacted at all. */
  origin: z.enum(['hand', 'mail', 'wish']).nullable(),
  saidAt: instant.nullable(),
  notedBy: z.string().nullable(),
});
export type MailRefusal = z.infer<typeof refusal>;

const partyId = { partyId: id };

export const mailRefusals = {
  get: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/mail-refusal',
    summary: 'Whether a relation wants mail that they did not ask for',
    tag: 'mail',
    params: partyId,
    output: refusal,
  }),
  set: endpoint({
    method: 'PUT',
    path: '/parties/{partyId}/mail-refusal',
    summary: 'They asked for no mail any more',
    tag: 'mail',
    params: partyId,
    body: { origin: z.enum(['hand', 'mail']).default('hand'), saidAt: instant.optional() },
    output: refusal,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/parties/{partyId}/mail-refusal',
    summary: 'They may be written to again',
    tag: 'mail',
    params: partyId,
    output: refusal,
  }),
};
