import type { MailClass } from '#services/imports/connector.ts';
import { firstHeader, type MailHeaders } from './mail-headers.ts';

export interface MailClassInput {
  readonly headers: MailHeaders;
  /** Normalised; null when the mail names no sender. */
  readonly fromAddress: string | null;
  readonly subject: string;
  readonly ownAddresses: readonly string[];
  /** The mailbox already holds it for spam (folder or label). */
  readonly isInSpamFolder: boolean;
  /** The text without what it quotes: a mailing says at its foot how to get rid of it. */
  readonly unquotedText: string;
}

/** Who made this mail and for whom: a person for people, or a list, a mailing, an answering machine, a mail server. */
export function classifyMail(input: MailClassInput): MailClass {
  if (isBounce(input)) return 'bounce';
  if (isAutoReply(input)) return 'auto-reply';
  if (input.isInSpamFolder || hasSpamVerdict(input.headers)) return 'bulk';
  if (isCampaign(input.headers)) return 'bulk';
  if (isOwnDomainGroup(input)) return 'person';
  if (isList(input.headers) || isTaggedToNobody(input)) return 'list';
  if (isBulk(input)) return 'bulk';
  return 'person';
}

const bounceSubject =
  /^\s*(?:undeliver(?:able|ed)|delivery (?:status notification|failure|has failed|report)|mail delivery (?:failed|failure|system|subsystem)|failure notice|returned mail|delivery notification|onbestelbaar|niet bezorgd|bezorging (?:mislukt|van uw bericht)|bericht niet (?:bezorgd|afgeleverd)|mail (?:kon|kan) niet|unzustellbar|non remis|warning: (?:could not send|message .{1,40} delayed))/i;

function isBounce({ headers, fromAddress, subject }: MailClassInput): boolean {
  if (/multipart\/report\b[\s\S]*report-type\s*=\s*"?delivery-status/i.test(firstHeader(headers, 'content-type')))
    return true;
  if (headers.has('x-failed-recipients')) return true;
  const local = fromAddress?.slice(0, fromAddress.lastIndexOf('@')) ?? '';
  if (/^(?:mailer-?daemon|mail-?daemon|postmaster|mail-delivery-subsystem|mmdf)$/.test(local)) return true;
  return hasNullSender(headers) && bounceSubject.test(subject);
}

/** RFC 5321: only what a machine sends about another mail has an empty envelope sender. */
function hasNullSender(headers: MailHeaders): boolean {
  return (headers.get('return-path') ?? []).some((path) => /^<\s*>$/.test(path));
}

const plainlyAutomaticSubject =
  /^\s*(?:automatisch (?:antwoord|beantwoord)|automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder)|out of (?:the )?office(?: auto-?reply)?\s*:|afwezigheids(?:bericht|melding|assistent)|abwesenheits|automatische antwort|réponse automatique|respuesta automática)|\bis (?:out of the office|niet op kantoor|afwezig)\s*\.?\s*$/i;
/** Whoever answers an automatic reply keeps its subject. */
const answerSubject = /^\s*(?:\[[^\]]{1,60}\]\s*)*(?:re|antw|aw|sv|fw|fwd|tr|doorst)\s*:/i;
const absentSubject =
  /\b(?:afwezig|niet (?:aanwezig|op kantoor)|op vakantie|met (?:verlof|vakantie)|out of (?:the )?office|on (?:holiday|vacation|leave)|away from (?:my|the) (?:desk|office|mail)|auto-?reply|vacation)\b/i;
const readReceiptSubject = /^\s*(?:gelezen|read|niet gelezen|not read|ontvangstbevestiging|return receipt)\s*:/i;

function isAutoReply({ headers, subject }: MailClassInput): boolean {
  const submitted = firstHeader(headers, 'auto-submitted').toLowerCase();
  if (/^auto-replied\b/.test(submitted)) return true;
  if (
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-vacation'].some((name) =>
      isSwitchedOn(headers, name),
    )
  )
    return true;
  if (/^auto[_-]?reply$/i.test(firstHeader(headers, 'precedence'))) return true;
  if (/autoresponder/i.test(firstHeader(headers, 'x-post-messageclass'))) return true;
  if (/report-type\s*=\s*"?disposition-notification/i.test(firstHeader(headers, 'content-type'))) return true;
  if (hasNullSender(headers)) return true;
  if (answerSubject.test(subject)) return false;
  if (plainlyAutomaticSubject.test(subject)) return true;
  const hasMachineMark =
    headers.has('x-auto-response-suppress') ||
    /^auto-/.test(submitted) ||
    /^(?:bulk|junk)$/i.test(firstHeader(headers, 'precedence'));
  return hasMachineMark && (absentSubject.test(subject) || readReceiptSubject.test(subject));
}

function isSwitchedOn(headers: MailHeaders, name: string): boolean {
  return headers.has(name) && !/^(?:no|false|0)$/i.test(firstHeader(headers, name));
}

function hasSpamVerdict(headers: MailHeaders): boolean {
  return /^yes\b/i.test(firstHeader(headers, 'x-spam-flag')) || /^yes\b/i.test(firstHeader(headers, 'x-spam-status'));
}

/** Marks only senders of mailings put there. */
const campaignHeaders = [
  'feedback-id',
  'list-unsubscribe-post',
  'x-campaign',
  'x-campaignid',
  'x-campaign-id',
  'x-mc-user',
  'x-mailchimp-campaign-id',
  'x-mailing-id',
  'x-newsletter',
  'x-csa-complaints',
  'x-sfmc-stack',
  'x-emarsys-identify',
  'x-laposta',
  'x-mailer-lite',
  'x-report-abuse',
  'x-abuse-reports-to',
  'x-mandrill-user',
  'x-sg-eid',
  'x-mailjet-campaign',
  'x-cm-campaign',
  'x-job',
  'x-mailid',
];

function isCampaign(headers: MailHeaders): boolean {
  if (headers.has('list-post') || headers.has('x-mailman-version')) return false;
  return campaignHeaders.some((name) => headers.has(name) && (name !== 'x-job' || headers.has('list-unsubscribe')));
}

const listHeaders = [
  'list-id',
  'list-post',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
  'x-beenthere',
  'x-list',
  'x-google-group-id',
  'x-egroups-return',
  'x-listserver',
  'x-listname',
  'list-owner',
  'list-archive',
  'x-ml-name',
  'x-majordomo-version',
  'x-original-list',
];

function isList(headers: MailHeaders): boolean {
  if (listHeaders.some((name) => headers.has(name))) return true;
  if (/^list$/i.test(firstHeader(headers, 'precedence'))) return true;
  if (
    headers.has('list-unsubscribe') &&
    /^(?:list|bulk)$/i.test(firstHeader(headers, 'precedence')) &&
    headers.has('list-help')
  )
    return true;
  const envelope = [
    firstHeader(headers, 'sender'),
    firstHeader(headers, 'return-path'),
    firstHeader(headers, 'errors-to'),
  ].join(' ');
  return /(?:<|\s|^)(?:owner-[^\s@<>]+|[^\s@<>]+-(?:owner|request|admin|bounces(?:[+-][^\s@<>]*)?))@/i.test(envelope);
}

/** Lists whose headers were lost on the way still put their name before the subject, and name no receiver. */
function isTaggedToNobody({ headers, fromAddress, subject, ownAddresses }: MailClassInput): boolean {
  if (ownAddresses.includes(fromAddress ?? '')) return false;
  return /^\s*\[[^\]]{2,60}\]/.test(subject) && !['to', 'cc', 'bcc'].some((name) => headers.has(name));
}

/**
 * A firm's own shared address (info@ as a group) carries list headers too. Mail from outside through a group of the
 * owner's own domain is a person's mail to the firm.
 */
function isOwnDomainGroup({ headers, fromAddress, ownAddresses }: MailClassInput): boolean {
  const list = `${firstHeader(headers, 'list-post')} ${firstHeader(headers, 'list-id')}`.toLowerCase();
  const fromDomain = domainOf(fromAddress ?? '');
  return ownAddresses
    .map(domainOf)
    .some(
      (own) =>
        own !== '' &&
        own !== fromDomain &&
        (list.includes(`@${own}>`) || list.includes(`.${own}>`)) &&
        !isRobotAddress(fromAddress),
    );
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

const robotNames =
  /(?:^|[._+#-])(?:no-?_?\.?reply|do-?_?not-?_?reply|niet-?_?(?:be)?antwoorden|geen-?_?(?:reply|antwoord)|e?newsletters?|nieuwsbrief|nieuwsbrieven|news|nieuws|mailings?|mailer|notifications?|notify|notificaties?|meldingen|alerts?|bounces?|auto-?(?:mailer|matic|mail|responder|confirm)|robot|daemon|system|promo(?:tions?)?|unsubscribe|digest|rss-?feeds?|cron)(?:[._+#-]|$)|^(?:root|nobody|www-data|anacron|listmanager|listserv|majordomo)$/;
/** First part of a host that only sends mailings: ans@nieuwsbrief.winkel.nl. */
const robotHosts =
  /^(?:e?newsletters?|nieuwsbrief|e?news|nieuws|mailings?|mailer|bounces?|campaigns?|lists?|notify|notifications?|updates?|reply|email)$/;

export function isRobotAddress(address: string | null): boolean {
  if (address === null) return false;
  const [host = '', ...parents] = domainOf(address).split('.');
  return robotNames.test(address.slice(0, address.lastIndexOf('@'))) || (parents.length >= 2 && robotHosts.test(host));
}

/** How mailings say that they are one, in Dutch and English. People who write to people do not offer to stop. */
const mailingFooter =
  /\b(?:unsubscribe|to be removed (?:from|please)|opt[- ]?out (?:of|from|please|click)|(?:remove|take) (?:me|your (?:name|e-?mail|address)).{0,40}\b(?:list|mailing)|manage (?:your )?(?:subscription|preferences)|update your (?:e-?mail )?preferences|(?:you (?:are|have) |you're )?(?:receiv(?:ing|ed)) this (?:e-?mail|message|newsletter|mailing).{0,20}\b(?:because|as)\b|view (?:this (?:e-?mail|message|newsletter) )?(?:in|with) (?:your|a) browser|uitschrijven|afmelden voor|(?:meld|schrijf) je (?:hier )?(?:af|uit)|(?:u|je) af te melden|(?:u|je) (?:ontvangt|krijgt) (?:deze|dit) (?:nieuwsbrief|e-?mail|mailing|bericht).{0,40}\bomdat\b|(?:bekijk|lees) (?:deze (?:e-?mail|nieuwsbrief) )?(?:online|in (?:je|uw) browser)|geen (?:nieuwsbrieven|mailings) meer ontvangen)\b/i;

function isBulk({ headers, fromAddress, unquotedText, ownAddresses }: MailClassInput): boolean {
  if (/^(?:bulk|junk)$/i.test(firstHeader(headers, 'precedence'))) return true;
  if (headers.has('list-unsubscribe')) return true;
  if (isRobotAddress(fromAddress)) return true;
  if (/^auto-(?:generated|notified)\b/i.test(firstHeader(headers, 'auto-submitted'))) return true;
  if (/\ball\b/i.test(firstHeader(headers, 'x-auto-response-suppress'))) return true;
  return !ownAddresses.includes(fromAddress ?? '') && mailingFooter.test(unquotedText);
}
