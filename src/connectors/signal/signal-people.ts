/** Who is who in an export of Signal: recipients by number, each a contact, a group or oneself. */
import { z } from 'zod';
import type { IdentityRef, ReadInput } from '#services/imports/connector.ts';
import { chatOwner, chatPerson } from '../chat/chat-people.ts';
import { normalisePhone } from '../rows/identity-cell.ts';
import { makeLine } from '../storable-text.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const text = z.string().nullish().catch(null);
export const recipientFrame = z.object({
  id,
  self: z.object({}).optional(),
  contact: z
    .object({
      aci: text,
      e164: text,
      profileGivenName: text,
      profileFamilyName: text,
      systemGivenName: text,
      systemFamilyName: text,
      nickname: z.object({ given: text, family: text }).nullish().catch(null),
    })
    .optional(),
  group: z
    .object({
      snapshot: z
        .object({ members: z.array(z.object({ userId: text })).catch([]) })
        .nullish()
        .catch(null),
    })
    .optional(),
});
type Recipient = z.infer<typeof recipientFrame>;
export const chatFrame = z.object({ id, recipientId: id });

export class SignalPeople {
  private readonly recipients = new Map<string, Recipient>();
  private readonly chats = new Map<string, string>();
  private readonly input: ReadInput;
  constructor(input: ReadInput) {
    this.input = input;
  }

  addRecipient(recipient: Recipient): void {
    this.recipients.set(recipient.id, recipient);
  }

  addChat({ id: chatId, recipientId }: z.infer<typeof chatFrame>): void {
    this.chats.set(chatId, recipientId);
  }

  /** Null: nobody, such as Signal's own news. */
  personOf(recipientId: string): IdentityRef | null {
    const found = this.recipients.get(recipientId);
    if (found?.self) return chatOwner(this.input);
    if (!found?.contact) return null;
    const { e164, aci, nickname, ...contact } = found.contact;
    const join = (...parts: (string | null | undefined)[]) => makeLine(parts.filter(Boolean).join(' '), 200);
    const name =
      join(nickname?.given, nickname?.family) ??
      join(contact.systemGivenName, contact.systemFamilyName) ??
      join(contact.profileGivenName, contact.profileFamilyName);
    const digits = e164 ? `${e164.startsWith('+') ? '' : '+'}${e164}` : null;
    const phone = digits === null ? null : normalisePhone(digits, this.input.defaultCountry);
    if (phone !== null) return { kind: 'phone', value: phone, displayName: name };
    return name === null && !aci ? null : chatPerson(name ?? `Signal ${aci}`, this.input);
  }

  /** Everybody in the chat, oneself too. */
  peopleOf(chatId: string): IdentityRef[] {
    const found = this.recipients.get(this.chats.get(chatId) ?? '');
    const own = chatOwner(this.input);
    if (!found) return [];
    if (!found.group) {
      const other = this.personOf(found.id);
      return other ? [own, other] : [own];
    }
    const members = new Set(found.group.snapshot?.members.flatMap(({ userId }) => userId ?? []));
    const contacts = [...this.recipients.values()].filter(({ contact }) => contact?.aci && members.has(contact.aci));
    return [own, ...contacts.flatMap(({ id: recipientId }) => this.personOf(recipientId) ?? [])];
  }
}
