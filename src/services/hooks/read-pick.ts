/** What a mapping picks out of a message, written the way the log wants it. */
import { everyItem, type HookPath, type HookPick, type HookProblem } from '#contract/hook-mapping.ts';
import { offsetMsAt } from '../firm-days.ts';

/** What stood there is not what it is said to be. */
export class PickProblem extends Error {
  readonly problem: HookProblem;
  readonly written: string;
  constructor(problem: HookProblem, written: string) {
    super(problem);
    this.problem = problem;
    this.written = written.slice(0, 200);
  }
}

const mostItems = 1_000;
const longestText = 20_000;

/** The words of a pick, or null where there is nothing; numbers stay numbers until they are read. */
export function readText(data: unknown, pick: HookPick | undefined): string | null {
  if (pick === undefined) return null;
  if (pick.from === 'constant') return pick.value;
  const found = pick.paths.map((path) => clean([...new Set(listTexts(data, path))].join(', ')));
  const filled = found.filter((text) => text !== '');
  const said = (pick.isJoined ? filled.join(' ') : filled[0]) ?? '';
  const plain = pick.form === 'html' ? clean(dropTags(said)) : said;
  const word = pick.words && Object.hasOwn(pick.words, plain) ? pick.words[plain] : plain;
  return word === '' || word === undefined ? null : word;
}

/** A number; of a list their sum. */
export function readNumber(data: unknown, pick: HookPick | undefined): number | null {
  const texts = textsOf(data, pick);
  if (texts.length === 0) return null;
  return texts.reduce((sum, text) => {
    if (!/^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(text)) throw new PickProblem('not-a-number', text);
    return sum + Number(text.replace(',', '.'));
  }, 0);
}

/** Minor units: 12.50 and 12,50 are 1250, or 1250 outright. */
export function readAmount(data: unknown, pick: HookPick | undefined, currency: string | null): number | null {
  const texts = textsOf(data, pick);
  if (texts.length === 0) return null;
  const isMinor = pick?.from === 'paths' && pick.form === 'cents';
  return texts.reduce((sum, text) => sum + (isMinor ? parseMinor(text) : parseMajor(text, currency)), 0);
}

/** As ISO. A clock without a zone is the firm's, unless the mapping says it is UTC. */
export function readInstant(data: unknown, pick: HookPick | undefined, timeZone: string): string | null {
  const text = readText(data, pick);
  if (text === null) return null;
  const form = pick?.from === 'paths' ? pick.form : 'iso';
  const atMs = parseInstant(text, form, timeZone);
  if (atMs === null || !(Math.abs(atMs) < 8e15)) throw new PickProblem('not-a-date', text);
  return new Date(atMs).toISOString();
}

function textsOf(data: unknown, pick: HookPick | undefined): string[] {
  if (pick === undefined) return [];
  if (pick.from === 'constant') return [pick.value.trim()];
  const found = pick.paths.map((path) => listTexts(data, path).map((text) => text.trim()));
  return (found.find((texts) => texts.some((text) => text !== '')) ?? []).filter((text) => text !== '');
}

function listTexts(data: unknown, path: HookPath): string[] {
  let found: unknown[] = [data];
  for (const step of path) {
    found = found.flatMap((value) => stepInto(value, step)).slice(0, mostItems);
  }
  return found.flatMap((value) => {
    if (typeof value === 'string') return value.slice(0, longestText);
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : [];
  });
}

function stepInto(value: unknown, step: string | number): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return step === everyItem ? value : typeof step === 'number' ? value.slice(step, step + 1) : [];
  if (step === everyItem && !Object.hasOwn(value, step)) return Object.values(value);
  return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
}

function parseMinor(text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) throw new PickProblem('not-an-amount', text);
  return Number(text);
}

function parseMajor(text: string, currency: string | null): number {
  const amount = /^(-?)(\d{1,13})(?:[.,](\d{1,8}))?$/.exec(text);
  const decimals = countDecimals(currency);
  const fraction = (amount?.[3] ?? '').replace(/0+$/, '');
  if (!amount || fraction.length > decimals) throw new PickProblem('not-an-amount', text);
  const minor = Number(`${amount[2]}${fraction.padEnd(decimals, '0')}`);
  return amount[1] === '-' ? 0 - minor : minor;
}

function countDecimals(currency: string | null): number {
  if (currency === null) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

const naive = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

function parseInstant(text: string, form: string, timeZone: string): number | null {
  if (form === 'unix') return /^\d{1,11}$/.test(text) ? Number(text) * 1_000 : null;
  if (form === 'unix-ms') return /^\d{1,14}$/.test(text) ? Number(text) : null;
  const clock =
    form === 'day-first' || form === 'month-first' ? turn(dayFirst.exec(text), form) : (naive.exec(text) ?? null);
  if (clock) return fromClock(clock, form === 'utc' ? 'UTC' : timeZone);
  const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const atMs = zoned ? Date.parse(text.replace(' ', 'T').replace(/\s|([+-]\d{2})(\d{2})$/g, zoneColon)) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}

function zoneColon(_: string, hours: string | undefined, minutes: string | undefined): string {
  return hours === undefined ? '' : `${hours}:${minutes}`;
}

function turn(found: RegExpExecArray | null, form: 'day-first' | 'month-first'): (string | undefined)[] | null {
  if (!found) return null;
  const [all, first, second, year, ...time] = found;
  return form === 'day-first' ? [all, year, second, first, ...time] : [all, year, first, second, ...time];
}

function fromClock(parts: readonly (string | undefined)[], timeZone: string): number | null {
  const [year = 0, month = 1, day = 1, hour = 12, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const guess = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(guess);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) return null;
  return guess - offsetMsAt(guess - offsetMsAt(guess, timeZone), timeZone);
}

/** What a database cannot hold goes out; white space is one space. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
};

function dropTags(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#39|[a-z]{2,6});/gi, (all, name: string) => entities[name.toLowerCase()] ?? all);
}
