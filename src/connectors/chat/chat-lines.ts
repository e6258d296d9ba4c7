/** The lines of an exported chat: "[date time] name: words" or "date time - name: words", in whatever way the phone writes dates. */

export interface Stamp {
  /** As written, left to right. */
  readonly date: readonly [number, number, number];
  readonly separator: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly half: 'am' | 'pm' | null;
}

export interface ChatLine {
  readonly stamp: Stamp;
  /** Null: the program's own line, such as who joined. */
  readonly sender: string | null;
  readonly text: string;
  /** Where it begins, and where the next one does, in characters. */
  readonly from: number;
  readonly until: number;
}

const date = String.raw`(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})`;
const time = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[\s\u202f]?([ap])\.?[\s\u202f]?m\.?)?`;
const marks = String.raw`[\u200e\u200f\u202a-\u202e\ufeff]*`;
const bracketed = new RegExp(`^${marks}\\[${date}[,\\s]\\s*${time}\\]\\s?(.*)$`, 'is');
const dashed = new RegExp(`^${marks}${date},?\\s+${time}\\s+[-–]\\s(.*)$`, 'is');
/** A name with a quotation mark in it is the program telling of a new name of the group. */
const sender = /^([^:"“”„«»\n]{1,80}?):(?:\s|$)(.*)$/s;
const mostText = 4_000;

export function looksLikeChat(head: string): boolean {
  const lines = head.split(/\r?\n/).slice(0, 200);
  return lines.filter((line) => readLine(line) !== null).length >= 2;
}

/** What stands before the first of them belongs to none: `from` of the first says how much that is. */
export function splitChat(text: string): ChatLine[] {
  const lines: (Omit<ChatLine, 'text' | 'until'> & { text: string; until: number })[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const written = text.slice(at, next).replace(/\r?\n$/, '');
    const read = readLine(written);
    const last = lines.at(-1);
    if (read) lines.push({ ...read, from: at, until: next });
    else if (last) {
      if (last.text.length < mostText) last.text += `\n${written}`;
      last.until = next;
    }
    at = next;
  }
  return lines;
}

function readLine(line: string): Pick<ChatLine, 'stamp' | 'sender' | 'text'> | null {
  const match = bracketed.exec(line) ?? dashed.exec(line);
  if (!match) return null;
  const [, first, separator = '', second, third, hour, minute, seconds, half, rest = ''] = match;
  const stamp: Stamp = {
    date: [Number(first), Number(second), Number(third)],
    separator,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(seconds ?? 0),
    half: half === undefined ? null : half.toLowerCase() === 'a' ? 'am' : 'pm',
  };
  const [, name, text] = sender.exec(rest.slice(0, mostText)) ?? [];
  if (name === undefined) return { stamp, sender: null, text: rest.slice(0, mostText) };
  return { stamp, sender: cleanName(name), text: text ?? '' };
}

/** Whoever is not among the contacts stands there with a tilde; marks of direction belong to no name. */
function cleanName(name: string): string {
  return name
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0]/g, (mark) => (mark === '\u00a0' ? ' ' : ''))
    .replace(/^\s*~\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
