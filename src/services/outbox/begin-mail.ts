/** How a mail begins: to a relation, or as an answer, with what that already says filled in. */
import type { MailLine } from '#contract/mail-values.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Db } from '#store/database.ts';
import { findPartiesByIdentity, listReaches } from '#store/identities.ts';
import { listMailSenders } from '#store/mail-senders.ts';
import { findMail, type MailRow } from '#store/mails.ts';
import type { OutboxRow, OutboxWriting } from '#store/outbox.ts';
import { listOwnAddresses } from '#store/own-identities.ts';
import { findParty } from '#store/parties.ts';
import { allow, isAllowed, userOf, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { addressOf, getSender, noServer } from './senders.ts';

export interface NewMail {
  readonly connectionId?: string;
  readonly partyId?: string;
  readonly answersMailId?: string;
  readonly toAll?: boolean;
  readonly to?: readonly MailLine[];
  readonly cc?: readonly MailLine[];
  readonly bcc?: readonly MailLine[];
  readonly subject?: string;
  readonly body?: RichText;
  readonly hasSignature?: boolean;
}

const nothing: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };
const mostAnswered = 20;

type Begun = OutboxWriting & Pick<OutboxRow, 'partyId' | 'answersMailId' | 'answers'>;

export async function beginMail(ctx: Context, input: NewMail): Promise<Begun> {
  const answered = input.answersMailId === undefined ? null : await getReadable(ctx, input.answersMailId);
  const connectionId = await chooseMailbox(ctx, input.connectionId, answered);
  const lines = answered ? await answerLines(ctx, answered, input.toAll ?? false) : await linesOf(ctx, input.partyId);
  const { to, cc, bcc, subject, body, hasSignature } = input;
  return {
    connectionId,
    partyId: await findParticipant(ctx, input.partyId, answered),
    answersMailId: answered?.id ?? null,
    answers: answered ? answeredKeys(answered) : [],
    toLines: to ?? lines.to,
    ccLines: cc ?? lines.cc,
    bccLines: bcc ?? [],
    subject: subject ?? (answered ? answerSubject(answered.subject) : ''),
    body: body ?? nothing,
    hasSignature: hasSignature ?? true,
  };
}

/** Only what one may read as a whole can be answered. */
async function getReadable(ctx: Context, id: string): Promise<MailRow> {
  const mail = await findMail(ctx.db, { viewer: viewerOf(ctx.actor), id });
  if (mail?.level !== 'all') throw notFound();
  return mail;
}

/** Where it is answered from is where it came in, if one may send from there; else the first mailbox that sends. */
async function chooseMailbox(ctx: Context, wanted: string | undefined, answered: MailRow | null): Promise<string> {
  if (wanted !== undefined) return (await getSender(ctx, ctx.db, wanted)).connectionId;
  const rows = await listMailSenders(ctx.db, userOf(ctx.actor));
  const sends = rows.filter(({ host }) => host !== null);
  const same = rows.find(({ connectionId }) => connectionId === answered?.connectionId);
  const chosen = (same?.host === null ? undefined : same) ?? sends[0] ?? same ?? rows[0];
  if (!chosen) throw noServer();
  return chosen.connectionId;
}

interface Lines {
  readonly to: readonly MailLine[];
  readonly cc: readonly MailLine[];
}

async function linesOf(ctx: Context, partyId: string | undefined): Promise<Lines> {
  if (partyId === undefined) return { to: [], cc: [] };
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, partyId));
  const reach = (await listReaches(ctx.db, [party.id])).get(party.id)?.find(({ kind }) => kind === 'mail');
  return { to: reach ? [{ address: reach.value, name: party.name }] : [], cc: [] };
}

/** To who wrote it; of a mail of one's own to whom that went. To all: the others as well, but not oneself. */
async function answerLines(ctx: Context, mail: MailRow, toAll: boolean): Promise<Lines> {
  const senders = await listMailSenders(ctx.db, userOf(ctx.actor));
  const own = new Set([...(await listOwnAddresses(ctx.db, viewerOf(ctx.actor))), ...senders.map(addressOf)]);
  const others = (lines: readonly MailLine[]) => lines.filter(({ address }) => !own.has(address.toLowerCase()));
  const writer = { address: mail.fromAddress, name: mail.fromName };
  const to = mail.direction === 'out' ? others(mail.toLines) : [writer];
  if (!toAll) return { to, cc: [] };
  const named = new Set(to.map(({ address }) => address));
  const rest = others([...mail.toLines, ...mail.ccLines]).filter(({ address }) => !named.has(address));
  return { to, cc: rest };
}

async function findParticipant(
  ctx: Context,
  partyId: string | undefined,
  answered: MailRow | null,
): Promise<string | null> {
  if (partyId !== undefined) return allow(ctx.actor, 'see', await findParty(ctx.db, partyId)).id;
  if (!answered) return null;
  const address = answered.direction === 'in' ? answered.fromAddress : answered.toLines[0]?.address;
  return address === undefined ? null : findVisible(ctx, ctx.db, address);
}

async function findVisible(ctx: Context, db: Db, address: string): Promise<string | null> {
  const [party] = await findPartiesByIdentity(db, [{ kind: 'mail', value: address.toLowerCase() }]);
  return party && !party.isOwn && isAllowed(ctx.actor, 'see', party) ? party.partyId : null;
}

/** Without those that we made up ourselves because it had none. */
function answeredKeys(mail: MailRow): string[] {
  const keys = [mail.messageKey, ...mail.answers].filter((key) => key.includes('@') && !/[\s<>]/.test(key));
  return [...new Set(keys)].slice(0, mostAnswered);
}

function answerSubject(subject: string | null): string {
  const plain = (subject ?? '').trim();
  return /^(re|antw|aw)\s*:/i.test(plain) ? plain : `Re: ${plain}`.trim();
}
