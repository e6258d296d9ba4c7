/** What somebody typed to find somebody: words as they are kept, and how far a word may be off. */
import { normaliseText } from './names.ts';

const mostWords = 6;

/** "+31 (0)570-12" finds the phone as its digits do, also between other words. */
export function wordsOf(q: string): string[] {
  const normal = normaliseText(q.replaceAll('\0', ''));
  if (/^[+\d(][\d\s().\-/]{3,}$/.test(normal)) return [digitsOf(normal)].filter((word) => word !== '');
  return normal
    .replace(/(?<=^|\s)(?:\+|0)[\d\s().\-/]{4,}\d/g, digitsOf)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

function digitsOf(phone: string): string {
  return phone.replace('(0)', '').replace(/\D/g, '').replace(/^00/, '');
}

/** How many letters may be wrong: in a short word one, in a long one three. */
export function editsAllowed(word: string): number {
  if (word.length < 3 || /\d/.test(word)) return 0;
  return word.length <= 5 ? 1 : word.length <= 9 ? 2 : 3;
}

/** The least edits (a letter more, less, other, or two swapped) from the word to the beginning of any word of the text; null: too many. */
export function editsToFind(word: string, text: string): number | null {
  const most = editsAllowed(word);
  let least: number | null = null;
  for (const other of text.split(/[\s,.@_-]+/)) {
    const edits = editsToStart(word, other);
    if (edits <= most && (least === null || edits < least)) least = edits;
  }
  return least;
}

/** Optimal string alignment against the best beginning of `other`: who is still typing has not typed the end. */
function editsToStart(word: string, other: string): number {
  const width = Math.min(other.length, word.length + 3);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= word.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= width; at += 1) {
      const same = word[row - 1] === other[at - 1] ? 0 : 1;
      let edits = Math.min((above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + same);
      const swapped = row > 1 && at > 1 && word[row - 1] === other[at - 2] && word[row - 2] === other[at - 1];
      if (swapped) edits = Math.min(edits, (before[at - 2] ?? 0) + 1);
      line.push(edits);
    }
    [before, above] = [above, line];
  }
  // The whole word, or its beginning when at least as much of it was typed as that.
  return Math.min(...above.slice(Math.max(1, word.length - 1)), above[width] ?? word.length);
}
