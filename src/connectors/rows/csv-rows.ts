import { parse } from 'csv-parse/sync';
import { splitLines } from './byte-lines.ts';
import { openTextSource, type TextSource } from './text-source.ts';

/** A data row under its header, or what made it unreadable. */
export interface CsvRow {
  /** Line on which it starts, the header being line 1. */
  readonly line: number;
  /** The line and byte after it: reading on from here gives exactly the rest. */
  readonly nextLine: number;
  readonly endOffset: number;
  readonly cells: Readonly<Record<string, string>> | null;
  readonly problem: string | null;
  readonly raw: string;
}

export interface CsvInput {
  readonly path: string;
  /** Where an earlier reading stopped: the end of a row and the line after it. */
  readonly from: { readonly offset: number; readonly line: number } | null;
  readonly signal: AbortSignal;
}

const maxLineBytes = 262_144;
/** A quote left open swallows what follows: past this it counts as a broken row and reading goes on with the next line. */
const maxRecordLines = 200;
const rowsAtATime = 500;

interface Framed {
  readonly line: number;
  readonly nextLine: number;
  readonly text: string;
  readonly endOffset: number;
  readonly problem: string | null;
}

/** Rows of a CSV of any size, delimiter and common encoding. Framing is ours (to survive stray quotes), fields are csv-parse's. */
export async function* readCsvRows({ path, from, signal }: CsvInput): AsyncIterable<CsvRow> {
  const source = await openTextSource(path, signal);
  const { header, delimiter, endOffset } = await readHeader(source);
  const start = from ?? { offset: endOffset, line: 2 };
  let pending: Framed[] = [];
  for await (const framed of frameRecords(source, start, delimiter)) {
    pending.push(framed);
    if (pending.length < rowsAtATime) continue;
    yield* toRows(pending, header, delimiter);
    pending = [];
  }
  yield* toRows(pending, header, delimiter);
}

export interface CsvHeader {
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly endOffset: number;
}

async function readHeader(source: TextSource): Promise<CsvHeader> {
  for await (const { bytes, endOffset } of splitLines(source.open(0), 0, maxLineBytes)) {
    const text = source.decode(bytes).replace(/^\ufeff/, '');
    const declared = /^sep=(.)\s*$/i.exec(text);
    if (text.trim() === '' || declared) continue;
    return { ...parseHeader(text), endOffset };
  }
  return { header: [], delimiter: ',', endOffset: 0 };
}

export function parseHeader(line: string): Omit<CsvHeader, 'endOffset'> {
  const delimiter = tellDelimiter(line);
  const [cells = []] = splitFields(line.replace(/^\ufeff/, ''), delimiter);
  return { header: cells.map((cell) => cell.trim()), delimiter };
}

/** The sign that occurs most outside quotes in the header. */
function tellDelimiter(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length - 1;
  return [';', ',', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

function splitFields(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 0,
  });
}

function toRows(framed: readonly Framed[], header: readonly string[], delimiter: string): CsvRow[] {
  const sound = framed.filter(({ problem, text }) => problem === null && text.trim() !== '');
  const together = splitFields(sound.map(({ text }) => text).join('\n'), delimiter);
  const parsed =
    together.length === sound.length ? together : sound.map(({ text }) => splitFields(text, delimiter)[0] ?? []);
  let at = 0;
  return framed.flatMap(({ text, problem, ...place }): CsvRow[] => {
    if (problem !== null) return [{ ...place, cells: null, problem, raw: text }];
    if (text.trim() === '') return [];
    const fields = parsed[at++] ?? [];
    if (fields.every((field) => field.trim() === '')) return [];
    const hasTooMany = fields.slice(header.length).some((field) => field.trim() !== '');
    if (hasTooMany) return [{ ...place, cells: null, problem: `row-too-many-columns: ${fields.length}`, raw: text }];
    const cells = Object.fromEntries(header.map((name, column) => [name, (fields[column] ?? '').trim()]));
    return [{ ...place, cells, problem: null, raw: text }];
  });
}

interface OpenRecord {
  readonly line: number;
  readonly texts: string[];
  readonly ends: number[];
}

async function* frameRecords(
  source: TextSource,
  start: { offset: number; line: number },
  delimiter: string,
): AsyncIterable<Framed> {
  const state: { open: OpenRecord | null } = { open: null };
  const step = function* (text: string, endOffset: number, line: number): Iterable<Framed> {
    if (state.open === null && !text.includes('"')) {
      yield { line, nextLine: line + 1, text, endOffset, problem: null };
      return;
    }
    state.open ??= { line, texts: [], ends: [] };
    const { texts, ends, line: firstLine } = state.open;
    texts.push(text);
    ends.push(endOffset);
    if (!endsInQuote(texts, delimiter)) {
      state.open = null;
      yield { line: firstLine, nextLine: line + 1, text: texts.join('\n'), endOffset, problem: null };
    } else if (texts.length >= maxRecordLines) {
      yield* giveUp(state.open);
    }
  };
  /** The first line is the broken one; the lines it swallowed are read again on their own. */
  const giveUp = function* ({ line, texts, ends }: OpenRecord): Iterable<Framed> {
    state.open = null;
    yield { line, nextLine: line + 1, text: texts[0] ?? '', endOffset: ends[0] ?? 0, problem: 'row-quote-not-closed' };
    for (let at = 1; at < texts.length; at += 1) yield* step(texts[at] ?? '', ends[at] ?? 0, line + at);
  };
  let line = start.line;
  for await (const { bytes, isCut, endOffset } of splitLines(source.open(start.offset), start.offset, maxLineBytes)) {
    const text = source.decode(bytes);
    if (isCut) yield { line, nextLine: line + 1, text: text.slice(0, 2_000), endOffset, problem: 'row-too-long' };
    else yield* step(text, endOffset, line);
    line += 1;
  }
  while (state.open !== null) yield* giveUp(state.open);
}

const quoteStates = new WeakMap<readonly string[], { lines: number; isOpen: boolean }>();

/** Whether a quoted field is still open after these lines; remembers where it was, so long records stay linear. */
function endsInQuote(texts: readonly string[], delimiter: string): boolean {
  const known = quoteStates.get(texts) ?? { lines: 0, isOpen: false };
  for (; known.lines < texts.length; known.lines += 1)
    known.isOpen = scanQuotes(texts[known.lines] ?? '', delimiter, known.isOpen);
  quoteStates.set(texts, known);
  return known.isOpen;
}

function scanQuotes(text: string, delimiter: string, isOpenBefore: boolean): boolean {
  let isOpen = isOpenBefore;
  let isFieldStart = !isOpenBefore;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isOpen) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else isOpen = false;
    } else if (sign === delimiter) {
      isFieldStart = true;
      continue;
    } else if (sign === '"' && isFieldStart) {
      isOpen = true;
    }
    isFieldStart = false;
  }
  return isOpen;
}
