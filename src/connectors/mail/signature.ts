/** What stands under a mail: phone, job, employer, address, page. Only lines that cannot be anything else. */
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { IdentityRef, MailHint } from '#services/imports/connector.ts';
import { makeLine } from '../storable-text.ts';
import { dropSignature } from './own-words.ts';

interface Signed {
  /** Everything but quoted mail. */
  readonly unquoted: string;
  readonly from: IdentityRef;
}

type Contact = Extract<MailHint, { kind: 'contact' }>;

const mostLines = 14;
const longestLine = 160;
const smallPrint =
  /disclaimer|vertrouwelijk|uitsluitend bestemd|confidential|intended recipient|privileged|think before|denk aan het milieu|voorwaarden|kvk|btw/i;
const device = /^(?:verzonden|verstuurd|sent|get|outlook)\b/i;

export function readSignature({ unquoted, from }: Signed): Contact[] {
  const lines = signatureLines(unquoted);
  const at = lines.findIndex((line) => namesSender(line, from));
  // Without the sender's own name above it, it may be anybody's.
  if (at < 0) return [];
  const below = lines.slice(at, at + 10);
  const found: Contact[] = [];
  for (const [place, line] of below.entries()) {
    found.push(...phonesIn(line));
    const address = addressAt(below, place);
    if (address) found.push({ kind: 'contact', field: 'address', value: address, label: null });
    const page = pageIn(line, from);
    if (page) found.push({ kind: 'contact', field: 'website', value: page, label: null });
  }
  found.push(...jobIn(below, from));
  return found.filter((hint, place) => found.findIndex((other) => isSame(hint, other)) === place).slice(0, 8);
}

function isSame(left: Contact, right: Contact): boolean {
  // Two numbers are two ways to call; two jobs are a doubt.
  return left.field === right.field && (left.field !== 'phone' || left.value === right.value);
}

/** What dropSignature leaves out, up to the small print. */
function signatureLines(unquoted: string): string[] {
  const own = dropSignature(unquoted);
  const rest = unquoted.trimStart().slice(own.length);
  const lines = rest.split('\n').flatMap((line) => makeLine(line, 400)?.replace(/^[*_|\s]+|[*_|\s]+$/g, '') || []);
  const end = lines.findIndex((line) => smallPrint.test(line) && line.length > 60);
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => line.length <= longestLine && !device.test(line))
    .slice(0, mostLines);
}

/** Two words of the name, or its only one standing alone. */
function namesSender(line: string, { displayName, value }: IdentityRef): boolean {
  const name = displayName ?? (value.split('@')[0] ?? '').replace(/[._-]/g, ' ');
  const words = plain(name)
    .split(' ')
    .filter((word) => word.length > 1 && !/^(van|de|den|der|ter|ten)$/.test(word));
  const inLine = plain(line.split(/[|,•·]/)[0] ?? '').split(' ');
  const [first] = words;
  if (first === undefined) return false;
  if (words.length === 1) return inLine.length <= 3 && inLine.includes(first);
  return inLine.length <= 6 && words.filter((word) => inLine.includes(word)).length >= 2;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const number = /(?:\+|\(?0)[\d\s().\-/]{8,20}\d/g;
const notPhone = /\b(?:fax|f:|kvk|btw|vat|iban|nl\d{2}|bank|bic|ext)\b/i;
const mobile = /\b(?:m|mob|mobiel|mobile|06|gsm|cell)\b/i;

function phonesIn(line: string): Contact[] {
  return [...line.matchAll(number)].flatMap((match) => {
    const before = line.slice(Math.max(0, match.index - 14), match.index);
    if (notPhone.test(before)) return [];
    const parsed = parsePhoneNumberFromString(match[0].replace('(0)', ''), 'NL');
    if (!parsed?.isValid()) return [];
    const isMobile = mobile.test(before) || /^\+316/.test(parsed.number);
    return [
      { kind: 'contact' as const, field: 'phone' as const, value: parsed.number, label: isMobile ? 'mobile' : 'work' },
    ];
  });
}

const street = /^[\p{Lu}'’][\p{L}'’. -]{2,50}\s\d{1,5}\s?[-/]?\s?[a-zA-Z0-9]{0,4}$/u;
const town = /\b[1-9]\d{3}\s?[A-Z]{2}\s{1,3}[\p{Lu}'’][\p{L}'’ -]{1,40}/u;

function addressAt(lines: readonly string[], place: number): string | null {
  const line = (lines[place] ?? '').replace(/^(?:adres|address|bezoekadres|visit)\s*:?\s*/i, '');
  const own = town.exec(line);
  if (!own) return null;
  const parts = line
    .slice(0, own.index)
    .split(/[,|•·]/)
    .map((part) => part.trim());
  const here = parts.findLast((part) => street.test(part));
  const above = (lines[place - 1] ?? '').trim();
  const whole = here ?? (street.test(above) ? above : null);
  return whole === null ? null : `${whole}, ${own[0].replace(/\s+/g, ' ').trim()}`;
}

const page =
  /\b(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:nl|be|com|eu|org|net|de|io|shop|coffee|frl|amsterdam|example))(?:\/[\w./-]{0,60})?(?![\w@])/i;
const notOwn =
  /(?:facebook|linkedin|instagram|twitter|x|youtube|tiktok|whatsapp|calendly|gmail|outlook|hotmail|google|microsoft|zoom|teams|aka|wa)\.(?:com|me|ms|nl|us)$/i;

function pageIn(line: string, from: IdentityRef): string | null {
  const found = page.exec(line.replaceAll(/\S+@\S+/g, ' '));
  const host = found?.[1]?.toLowerCase().replace(/^www\./, '');
  if (!found || host === undefined || notOwn.test(host)) return null;
  // Its own house, or said to be a page: "www." or an address.
  const isOwn = from.value.endsWith(`@${host}`) || /www\.|https?:/i.test(found[0]);
  return isOwn
    ? `https://${found[0]
        .replace(/^https?:\/\//i, '')
        .replace(/[/.]+$/, '')
        .toLowerCase()}`
    : null;
}

const job =
  /^(?:(?:senior|junior|hoofd|assistent|adjunct|algemeen|technisch|commercieel|financieel|general|technical|commercial|account|sales|office|marketing|product|project|operations?|customer|store|floor|event|events|community|service|finance|hr|it|inkoop|verkoop|bar|keuken|restaurant|bedrijfs|filiaal|winkel|locatie|regio|mede|co|vice|deputy|head|chief)[\s-]?)*(?:eigenaar|eigenares|directeur|directrice|bedrijfsleider|manager|accountmanager|projectleider|inkoper|verkoper|adviseur|consultant|boekhouder|controller|secretaresse|medewerker|medewerkster|barista|chef(?:-kok)?|kok|gastvrouw|gastheer|coördinator|coordinator|ontwerper|architect|ingenieur|developer|engineer|designer|partner|founder|oprichter|owner|director|assistant|buyer|lead|officer|ceo|cfo|cto|coo|receptionist|planner|notaris|advocaat|jurist|arts|docent|redacteur|editor|journalist|makelaar|analist|analyst|specialist|vertegenwoordiger|representative|teamleider|hoofd|head)(?:\s(?:inkoop|verkoop|sales|marketing|communicatie|communications|operations|finance|financiën|horeca|facilitair|techniek|service|hr|it|bediening|keuken|of operations|of sales|of marketing|purchasing))?$/i;

/** The line below the name, or behind it: a job, and the firm when it says so or is called after the mail's own house. */
function jobIn(lines: readonly string[], from: IdentityRef): Contact[] {
  const [first = '', ...rest] = lines;
  const parts = [...first.split(/[|•·,]/).slice(1), ...rest.slice(0, 3).flatMap((line) => line.split(/[|•·]/))]
    .flatMap((part) => part.split(/\s(?:bij|at|@)\s|,\s/))
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= 80);
  const title = parts.find((part) => job.test(part));
  const house = plain((from.value.split('@')[1] ?? '').split('.').slice(0, -1).join('')).replaceAll(' ', '');
  const firm = parts.find((part) => part !== title && isFirmOf(part, house));
  return [
    ...(title ? [{ kind: 'contact' as const, field: 'job-title' as const, value: title, label: null }] : []),
    ...(firm ? [{ kind: 'contact' as const, field: 'employer' as const, value: firm, label: null }] : []),
  ];
}

const legalForm = /\b(?:b\.?v\.?|n\.?v\.?|vof|v\.o\.f\.|stichting|gmbh|ltd\.?|inc\.?|bvba|srl)\s*$|^(?:stichting)\b/i;

function isFirmOf(part: string, house: string): boolean {
  if (/\d{3}|@|www|:|[.!?]$/i.test(part.replace(legalForm, ''))) return false;
  const squeezed = plain(part).replaceAll(/[' ]/g, '');
  if (squeezed.length < 3 || !/^\p{Lu}/u.test(part)) return false;
  return (
    legalForm.test(part) ||
    (house.length > 3 && (squeezed === house || squeezed.includes(house) || house.includes(squeezed)))
  );
}
