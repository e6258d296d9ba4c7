import { splitLines } from '../rows/byte-lines.ts';
import type { TextSource } from '../rows/text-source.ts';

export interface CardText {
  readonly text: string;
  /** Line of its BEGIN, counted from 1. */
  readonly line: number;
  readonly nextLine: number;
  readonly endOffset: number;
  readonly problem: string | null;
}

const maxLineBytes = 1_048_576;
const maxCardLength = 262_144;
/** Pictures and keys are most of a card and none of it is used here. */
const skippedProperty = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i;

/** Cuts a file into its cards, whatever stands broken between them. */
export async function* splitCards(source: TextSource, from: { offset: number; line: number }): AsyncIterable<CardText> {
  let line = from.line;
  let lines: string[] = [];
  let length = 0;
  let startLine = line;
  let isSkipping = false;
  let endOffset = from.offset;
  const close = (problem: string | null, nextLine: number, end: number): CardText => {
    const card = {
      text: lines.join('\r\n'),
      line: startLine,
      nextLine,
      endOffset: end,
      problem: length > maxCardLength ? 'card-too-long' : problem,
    };
    lines = [];
    length = 0;
    return card;
  };
  for await (const { bytes, isCut, endOffset: lineEnd } of splitLines(
    source.open(from.offset),
    from.offset,
    maxLineBytes,
  )) {
    const text = source.decode(bytes).replace(/^\ufeff/, '');
    const isBegin = /^\s*BEGIN:VCARD\s*$/i.test(text);
    if (isBegin && lines.length > 0)
      yield close(isCard(lines) ? 'card-without-end' : 'card-stray-text', line, endOffset);
    isSkipping = /^[ \t]/.test(text) ? isSkipping : skippedProperty.test(text);
    const isWanted = !isSkipping && (lines.length > 0 || text.trim() !== '');
    if (isWanted && lines.length === 0) startLine = line;
    if (isWanted) {
      length += text.length + (isCut ? maxCardLength : 0);
      if (length <= maxCardLength || lines.length === 0) lines.push(text);
    }
    line += 1;
    endOffset = lineEnd;
    if (/^\s*END:VCARD\s*$/i.test(text) && isCard(lines)) yield close(null, line, endOffset);
  }
  if (lines.length > 0) yield close(isCard(lines) ? 'card-without-end' : 'card-stray-text', line, endOffset);
}

function isCard(lines: readonly string[]): boolean {
  return /^\s*BEGIN:VCARD\s*$/i.test(lines[0] ?? '');
}
