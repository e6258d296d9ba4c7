/** One mail cut out of an mbox. `raw` holds at most the asked number of bytes of it. */
export interface MboxPart {
  readonly separator: string;
  readonly raw: Buffer;
  /** Of the separator line. */
  readonly offset: number;
  /** Where the next separator stands: reading on from here gives exactly the rest. */
  readonly endOffset: number;
}

export interface SplitInput {
  readonly chunks: AsyncIterable<Buffer>;
  /** Where in the file the chunks begin. */
  readonly startOffset: number;
  readonly maxBytes: number;
}

const lineLookahead = 8_192;
const contextBytes = 2;
const separatorStart = Buffer.from('\nFrom ');

/**
 * Cuts an mbox of any size at its separator lines while holding one window and one mail in memory. Works on bytes and
 * leaps from one "\nFrom " to the next, so attachments cost nothing.
 */
export async function* splitMbox({ chunks, startOffset, maxBytes }: SplitInput): AsyncIterable<MboxPart> {
  let window: Buffer = Buffer.from('\n\n');
  let windowOffset = startOffset - window.length;
  let part = openPart('', startOffset, maxBytes);
  let isOpen = false;
  let searchFrom = 1;
  let keptUpTo = window.length;

  const scan = function* (isLast: boolean): Iterable<MboxPart> {
    for (;;) {
      const found = window.indexOf(separatorStart, searchFrom);
      const mustWait = !isLast && found >= 0 && found + lineLookahead > window.length;
      if (found < 0 || mustWait) {
        const safeEnd =
          found < 0 ? Math.max(keptUpTo, window.length - separatorStart.length) : Math.max(keptUpTo, found);
        part.add(window.subarray(keptUpTo, safeEnd));
        keptUpTo = safeEnd;
        searchFrom = found < 0 ? Math.max(searchFrom, window.length - separatorStart.length) : found;
        return;
      }
      const lineStart = found + 1;
      const lineEnd = endOfLine(window, lineStart);
      if (!isSeparator({ window, found, lineStart, lineEnd })) {
        searchFrom = found + 1;
        continue;
      }
      part.add(window.subarray(keptUpTo, Math.max(keptUpTo, lineStart)));
      if (isOpen || part.hasText()) yield part.close(windowOffset + lineStart);
      part = openPart(window.toString('latin1', lineStart, lineEnd).trimEnd(), windowOffset + lineStart, maxBytes);
      isOpen = true;
      keptUpTo = Math.min(window.length, lineEnd + 1);
      searchFrom = Math.max(lineStart, lineEnd);
    }
  };

  for await (const chunk of chunks) {
    window = Buffer.concat([window, chunk]);
    yield* scan(false);
    const dropped = Math.max(0, Math.min(keptUpTo, searchFrom) - contextBytes);
    window = window.subarray(dropped);
    windowOffset += dropped;
    keptUpTo -= dropped;
    searchFrom -= dropped;
  }
  yield* scan(true);
  part.add(window.subarray(keptUpTo));
  if (isOpen || part.hasText()) yield part.close(windowOffset + window.length);
}

function openPart(separator: string, offset: number, maxBytes: number) {
  const pieces: Buffer[] = [];
  let kept = 0;
  return {
    add(bytes: Buffer): void {
      const fitting = bytes.subarray(0, maxBytes - kept);
      if (fitting.length > 0) pieces.push(fitting);
      kept += fitting.length;
    },
    hasText: (): boolean =>
      pieces.some((piece) => /\S/.test(piece.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))),
    close: (endOffset: number): MboxPart => ({ separator, raw: Buffer.concat(pieces), offset, endOffset }),
  };
}

function endOfLine(window: Buffer, from: number): number {
  const end = window.indexOf(10, from);
  return end < 0 ? window.length : end;
}

const dated =
  /^From .*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\b.*\b\d{4}\b/i;
/** Thunderbird writes "From " or "From - " alone; some programs only an address. */
const undated = /^From (?:-?|\S+@\S+|MAILER-DAEMON)\s*$/;
const headerLine = /^(?:[!-9;-~]{1,120}\s?:|>?From )/;

interface Candidate {
  readonly window: Buffer;
  /** The line break before it. */
  readonly found: number;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** With a date: after an empty line or before a header. Without: both. "From Amsterdam we drove on" is neither. */
function isSeparator({ window, found, lineStart, lineEnd }: Candidate): boolean {
  const line = window.toString('latin1', lineStart, Math.min(lineEnd, lineStart + 500));
  const nextEnd = endOfLine(window, lineEnd + 1);
  const next = window.toString('latin1', lineEnd + 1, Math.min(nextEnd, lineEnd + 201));
  const isAfterEmpty = window[found - 1] === 10 || (window[found - 1] === 13 && window[found - 2] === 10);
  const isBeforeHeader = headerLine.test(next);
  if (dated.test(line)) return isAfterEmpty || isBeforeHeader;
  return isAfterEmpty && isBeforeHeader && undated.test(line);
}
