/** The mail inside a forward that is written into the text: as Gmail, Outlook, Apple Mail and Thunderbird do, in Dutch and English. */
import { readForwardDate } from './forward-dates.ts';

export interface Forwarded {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly atMs: number;
  readonly body: string;
}

type Heading = 'from' | 'to' | 'cc' | 'subject' | 'date' | 'other';

const headings: readonly (readonly [Heading, RegExp])[] = [
  ['from', /^(?:from|van|afzender)$/],
  ['to', /^(?:to|aan)$/],
  ['cc', /^cc$/],
  ['subject', /^(?:subject|onderwerp)$/],
  ['date', /^(?:date|sent|datum|verzonden|verstuurd)$/],
  ['other', /^(?:reply-to|antwoord aan|antwoord-aan|importance|prioriteit|attachments|bijlagen|categories)$/],
];
const longestLine = 2_000;
/** Empty lines between a bar and its headings. */
const mostGap = 3;
const mostLines = 5_000;

/** Null where nothing was forwarded, or it does not say by whom and when. */
export function readInlineForward(text: string, timeZone: string): Forwarded | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').slice(0, mostLines);
  const plain = lines.map((line) =>
    line
      .slice(0, longestLine)
      .replace(/^[\s>|*_\u00a0]+/, '')
      .trimEnd(),
  );
  for (let at = 0; at < plain.length; at += 1) {
    if (headingOf(plain[at] ?? '') === null) continue;
    const found = readBlock(plain, at, timeZone);
    if (found !== null) return { ...found.said, body: bodyFrom(lines, found.end) };
  }
  return null;
}

interface Block {
  readonly said: Omit<Forwarded, 'body'>;
  readonly end: number;
}

function readBlock(lines: readonly string[], start: number, timeZone: string): Block | null {
  const values = new Map<Heading, string>();
  let last: Heading | null = null;
  let at = start;
  for (let gap = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const heading = headingOf(line);
    if (heading !== null) {
      // A second sender is the next mail down the thread.
      if (values.has(heading.name) && heading.name === 'from') break;
      if (!values.has(heading.name)) values.set(heading.name, heading.value);
      last = heading.name;
      gap = 0;
    } else if (line.trim() === '') {
      gap += 1;
      if (gap > 1 || isWhole(values)) break;
    } else if (last === 'to' || last === 'cc') {
      // Long lists of names run over.
      if (!/@/.test(line)) break;
      values.set(last, `${values.get(last)} ${line.trim()}`);
    } else break;
  }
  const from = values.get('from') ?? '';
  const atMs = readForwardDate(values.get('date') ?? '', timeZone);
  if (!/[^\s<>]+@[^\s<>]+/.test(from) || atMs === null) return null;
  const part = (name: Heading) => cleanPeople(values.get(name) ?? '');
  const said = { from: cleanPeople(from), to: part('to'), cc: part('cc'), subject: values.get('subject') ?? '', atMs };
  return { said, end: at };
}

function isWhole(values: ReadonlyMap<Heading, string>): boolean {
  return values.has('from') && values.has('date') && values.has('subject');
}

function headingOf(line: string): { name: Heading; value: string } | null {
  const found = /^([A-Za-z][A-Za-z -]{0,20}?)\s*\*?\s*:\s*\*?\s*(.*)$/.exec(line);
  const word = found?.[1]?.trim().toLowerCase() ?? '';
  const name = headings.find(([, pattern]) => pattern.test(word))?.[0];
  return name === undefined ? null : { name, value: (found?.[2] ?? '').replace(/\*+$/, '').trim() };
}

/** Outlook writes "Ans [mailto:ans@x]", Gmail "**Ans** <ans@x>", Thunderbird's text "Ans <ans@x>"; several with a semicolon. */
function cleanPeople(written: string): string {
  return written
    .replace(/\[mailto:([^\]\s]+)\]/gi, '<$1>')
    .replace(/<mailto:([^>\s]+)>/gi, '')
    .replace(/\*/g, '')
    .replace(/;/g, ',')
    .replace(/[\r\n]+/g, ' ')
    .trim();
}

function bodyFrom(lines: readonly string[], from: number): string {
  let at = from;
  while (at < lines.length && at < from + mostGap && (lines[at] ?? '').trim() === '') at += 1;
  const rest = lines.slice(at);
  // Some quote every line of what they forward.
  const isQuoted = rest.length > 0 && rest.every((line) => line.trim() === '' || line.startsWith('>'));
  return (isQuoted ? rest.map((line) => line.replace(/^>\s?/, '')) : rest).join('\n').trim();
}
