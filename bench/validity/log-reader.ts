/** Reads the public logs, plain or gzipped, in the formats of data/SOURCES.md. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface LoggedMessage {
  readonly from: string;
  readonly to: string;
  readonly atMs: number;
}

export interface LoggedRating extends LoggedMessage {
  readonly rating: number;
}

export function readLogText(path: string): string {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** `src dst unixtime` or `src dst weight unixtime`; the weight is not used: every log here has one row per message. */
export function parseMessages(text: string): LoggedMessage[] {
  const messages: LoggedMessage[] = [];
  for (const { cells, lineNumber } of listRows(text, 3)) {
    const [from, to] = cells as [string, string];
    if (from === to) continue;
    messages.push({ from, to, atMs: parseNumber(cells.at(-1), lineNumber) * 1000 });
  }
  return sortByTime(messages);
}

/** `src,dst,rating,unixtime`; a rating of 0 says nothing and is left out. */
export function parseRatings(text: string): LoggedRating[] {
  const ratings: LoggedRating[] = [];
  for (const { cells, lineNumber } of listRows(text, 4)) {
    const [from, to] = cells as [string, string];
    const rating = parseNumber(cells[2], lineNumber);
    if (rating === 0 || from === to) continue;
    ratings.push({ from, to, rating, atMs: parseNumber(cells[3], lineNumber) * 1000 });
  }
  return sortByTime(ratings);
}

/** Comment lines (% or #) and a first line of column names are passed over; any other odd line is an error, by number. */
function* listRows(text: string, minCells: number): Generator<{ cells: string[]; lineNumber: number }> {
  let isFirst = true;
  let lineNumber = 0;
  for (const line of text.split('\n')) {
    lineNumber += 1;
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('%') || trimmed.startsWith('#')) continue;
    const cells = trimmed.split(/[\s,;]+/);
    const isHeader = isFirst && !Number.isFinite(Number(cells.at(-1)));
    isFirst = false;
    if (isHeader) continue;
    if (cells.length < minCells)
      throw new Error(`line ${lineNumber}: ${cells.length} columns where ${minCells} are needed`);
    yield { cells, lineNumber };
  }
}

function parseNumber(cell: string | undefined, lineNumber: number): number {
  const value = Number(cell);
  if (cell === undefined || cell === '' || !Number.isFinite(value))
    throw new Error(`line ${lineNumber}: not a number: ${cell}`);
  return value;
}

function sortByTime<Row extends LoggedMessage>(rows: Row[]): Row[] {
  return rows.sort((left, right) => left.atMs - right.atMs);
}
