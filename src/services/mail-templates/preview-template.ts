/** A template as it would read for one relation. */
import type { RichText } from '#contract/rich-text.ts';
import { cityOf, findParty, type PartyRecordRow } from '#store/parties.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { plainTextOf } from '../notes/plain-text.ts';
import { mapWords } from '../outbox/map-rich-text.ts';
import { fillFields, isKnownName, namesIn, type TemplateField } from '../outbox/template-fields.ts';
import { getParty } from '../parties/get-party.ts';
import { getUserRow } from '../user-row.ts';
import { getTemplate } from './templates.ts';

export async function previewTemplate(ctx: Context, input: { templateId: string; partyId: string }) {
  const template = await getTemplate(ctx, ctx.db, input.templateId);
  const values = await valuesFor(ctx, input.partyId);
  const subject = fillFields(template.subject, values);
  const body = mapWords(template.body as RichText, (words) => fillFields(words, values));
  const missing = namesIn(`${subject}\n${plainTextOf(body)}`).filter(isKnownName);
  return { subject, body, missing };
}

async function valuesFor(ctx: Context, partyId: string): Promise<Map<TemplateField, string>> {
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, partyId));
  const me = await getUserRow(ctx.db, userOf(ctx.actor));
  const firm = await getFirm(ctx.db);
  const dayFormat = new Intl.DateTimeFormat(me.locale === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: firm.timeZone,
  });
  const isPerson = party.kind === 'person';
  const found: Record<TemplateField, string | null | undefined> = {
    'first-name': party.givenName ?? (isPerson ? party.name.split(' ')[0] : null),
    'last-name': party.familyName,
    name: party.name,
    salutation: party.salutation,
    organisation: isPerson ? await findEmployer(ctx, party) : party.name,
    city: cityOf(party.addresses),
    'my-name': me.name,
    'my-first-name': me.name.split(' ')[0],
    firm: firm.name,
    today: dayFormat.format(ctx.now()),
  };
  const filled = Object.entries(found).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return new Map(filled as [TemplateField, string][]);
}

async function findEmployer(ctx: Context, party: PartyRecordRow): Promise<string | null> {
  const { relations } = await getParty(ctx, { partyId: party.id });
  return relations.find(({ typeKey, untilOn }) => typeKey === 'employs' && untilOn === null)?.other.name ?? null;
}
