/**
 * One typed line, understood as far as it says so plainly: who, how, when, who gained, what was promised, what stays.
 * Dutch and English. What is not understood stays text.
 */
import { type Benefit, findBenefits } from './benefit-words.ts';
import { type CaptureChannel, findChannel } from './channel-words.ts';
import { type Clock, findPastTime } from './past-time.ts';
import { type PromiseSaid, readPromise } from './promise-words.ts';
import { capitalise, cut, type Found, findIn, type Span } from './span.ts';
import { findWho, isOnlySmall } from './who-words.ts';

export interface Capture {
  /** The words that seem to name somebody. */
  readonly who: string | null;
  readonly channel: CaptureChannel | null;
  readonly from: 'ours' | 'theirs';
  /** Null: nothing was said of when; it was now. */
  readonly atMs: number | null;
  readonly benefits: readonly Benefit[];
  readonly promise: PromiseSaid | null;
  readonly keptLine: string | null;
  /** What is left to be kept as text once the name is understood; with the name still in it when it is not. */
  readonly text: string;
  readonly textWithWho: string;
}

interface Reading extends Clock {
  readonly isEnglish: boolean;
}

const kept =
  /(?:^|(?<=[\s,.;]))(?:onthoud(?:en)?|bijblijver|wat (?:ons )?(?:hiervan )?bijblijft|blijft (?:ons )?(?:hiervan )?bij|remember|what stays(?: with us)?|stays with us)\s*:\s*([^.;]+)/iu;

export function parseCapture(line: string, reading: Reading): Capture {
  const { benefits, signs } = findBenefits(line);
  const plain = blank(line, signs);
  const staying = findIn(plain, kept);
  const keptLine = staying?.parts[1]?.trim() || null;
  const understood: Span[] = [...signs, ...(keptLine && staying ? [staying] : [])];
  const clauses = clausesOf(plain).filter((clause) => !staying || !overlaps(staying, clause));
  const promised = clauses.flatMap((clause) => {
    const value = readPromise(clause, reading);
    return value ? [{ ...clause, value }] : [];
  })[0];
  if (promised) understood.push(promised);
  const open = clauses.filter((clause) => clause.start !== promised?.start);
  const head = open[0]?.start === firstStart(line) ? open[0] : undefined;
  const channel = head ? findChannel(head.value, reading.isEnglish) : null;
  const when = findWhen(channel ? open : open.filter((clause) => clause !== head), { clock: reading, head });
  const said = head && channel ? [shift(channel.span, head.start), ...smallWords(head)] : [];
  const without = [...understood, ...said, ...(when?.spans ?? [])];
  const who = head ? findWho(line, head, { taken: without, isSaid: channel !== null }) : null;
  return {
    who: who?.value ?? null,
    channel: channel?.channel ?? null,
    from: channel?.from ?? 'ours',
    atMs: when?.atMs ?? null,
    benefits,
    promise: promised?.value ?? null,
    keptLine: keptLine === null ? null : capitalise(keptLine),
    text: tidy(cut(line, who ? [...without, who] : without)),
    textWithWho: tidy(cut(line, without)),
  };
}

/** Parts of a line between its signs; a point within a time or a number is none. */
function clausesOf(line: string): Found<string>[] {
  const clauses: Found<string>[] = [];
  const sign = /(?<!\d)[.:](?!\d)|(?<=\d)[.:](?!\d)|[,;]| [–—-] /gu;
  const opening = /(?<=^|\s)(?:beloofd(?:e|en)?|toegezegd|toezegging|promised?|onthoud(?:en)?|remember)\s*$/iu;
  let start = 0;
  for (const match of line.matchAll(sign)) {
    // "beloofd: ..." announces what follows it.
    if (match[0] === ':' && opening.test(line.slice(start, match.index))) continue;
    clauses.push(clauseAt(line, start, match.index));
    start = match.index + match[0].length;
  }
  clauses.push(clauseAt(line, start, line.length));
  return clauses.filter(({ value }) => value !== '');
}

function clauseAt(line: string, from: number, until: number): Found<string> {
  const raw = line.slice(from, until);
  const start = from + (raw.length - raw.trimStart().length);
  const value = raw.trim();
  return { start, end: start + value.length, value };
}

const about = /(?<=\s)(?:over|about|omdat|dat|that|because|want)(?=\s)/iu;

interface WhenPlace {
  readonly clock: Clock;
  readonly head: Found<string> | undefined;
}

/** In the first clause before what it was about; in a later one only when it says nothing else. */
function findWhen(clauses: readonly Found<string>[], { clock, head }: WhenPlace) {
  for (const clause of clauses) {
    const isHead = clause === head;
    const end = isHead ? clause.value.search(about) : -1;
    const words = end < 0 ? clause.value : clause.value.slice(0, end);
    const found = findPastTime(words, clock);
    const [first] = found ?? [];
    if (!found || !first) continue;
    if (!isHead && cut(words, found) !== '') continue;
    return { atMs: first.value, spans: found.map((span) => shift(span, clause.start)) };
  }
  return null;
}

/** Small words that only tied together what was understood there. */
function smallWords({ value, start }: Found<string>): Span[] {
  const end = value.search(about);
  const words = end < 0 ? value : value.slice(0, end);
  const small = /(?<![\p{L}\d'’])(?:en|and|ik|wij|we|i|heb|hebben|had|heeft|has|have|even|net|just)(?![\p{L}\d'’])/giu;
  return [...words.matchAll(small)].map(({ index, 0: word }) =>
    shift({ start: index, end: index + word.length }, start),
  );
}

/** Nothing but small words is nothing. */
function tidy(text: string): string {
  const words = text.replace(/^(?:en|and)(?=\s)/iu, '').trim();
  return isOnlySmall(words) ? '' : capitalise(words);
}

/** The line with spaces where these were, so that all else keeps its place. */
function blank(line: string, spans: readonly Span[]): string {
  return spans.reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), line);
}

function firstStart(line: string): number {
  return line.length - line.trimStart().length;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
