/** Whom a line seems to be about: "@Ans de Wit", capitals in its first words, or what is left of them. */
import { certainParticles } from '#contract/name-particles.ts';
import { months, weekdays } from './calendar-words.ts';
import { type Found, findIn, type Span } from './span.ts';

const marked = /(?<!\S)@([\p{L}'’.-]+(?: (?:(?:van|de|der|den|het|'t|ten|ter|te|von|la)\b ?)*\p{Lu}[\p{L}'’.-]*)*)/u;

/** Words that are nobody's name. */
const common = new Set(
  `ik wij we i met with van bij at is was heb hebben heeft had has have even net just nog weer again
  door by the een a an naar to om en and op on in uit over about dat that zij ze hij she he they haar hem
  her him them us ons mij me terug back kort short lang long gehad geweest gedaan vandaag today zo niet wel al dus not so`
    .split(/\s+/)
    .concat(Object.keys(weekdays), Object.keys(months)),
);
const particles = new Set([...certainParticles, 'café', 'hotel']);
const mostWords = 5;

const about = /(?<=\s)(?:over|about|omdat|dat|that|because|want|voor|for)(?=\s)/iu;

interface Around {
  /** What was understood already. */
  readonly taken: readonly Span[];
  /** A kind of contact was named: then small letters may be a name as well. */
  readonly isSaid: boolean;
}

export function findWho(line: string, head: Found<string>, { taken, isSaid }: Around): Found<string> | null {
  const at = findIn(line, marked);
  if (at) return { start: at.start, end: at.end, value: at.parts[1] ?? '' };
  const end = head.value.search(about);
  const words = wordsOf(line, { start: head.start, end: end < 0 ? head.end : head.start + end }, taken);
  const isCapital = ({ value }: Found<string>) => /^\p{Lu}/u.test(value) && !common.has(plainOf(value));
  const [first, second] = runsOf(words, isCapital);
  // A line begins with a capital whatever its first word is.
  const named =
    second && first?.[0]?.start === head.start && beside.test(line.slice(0, second[0]?.start)) ? second : first;
  if (named) return joined(line, named);
  if (!isSaid) return null;
  const isName = ({ value }: Found<string>) => !common.has(value.toLowerCase()) && /^\p{L}/u.test(value);
  const [plain, more] = runsOf(words, isName);
  // Small letters name somebody only when nothing else is said there.
  return plain && plain.length <= 3 && !more ? joined(line, plain) : null;
}

export function isOnlySmall(text: string): boolean {
  return text.split(/[\s,.;:]+/).every((word) => word === '' || common.has(word.toLowerCase()));
}

/** "I'll" is I. */
function plainOf(word: string): string {
  return word.toLowerCase().replace(/['’](?:ll|m|ve|re|d)$/, '');
}

/** Behind one of these stands whom it was with, whatever the line begins with. */
const beside = /(?<![\p{L}\d])(?:met|with|door|by|bij)\s+$/iu;
/** What stands before a name and goes with it. */
const introduces = /(?<![\p{L}\d])(?:met|with|door|by|bij|aan|at|to|van|from)\s+$/iu;

function wordsOf(line: string, { start, end }: Span, taken: readonly Span[]): Found<string>[] {
  const words: Found<string>[] = [];
  for (const match of line.slice(start, end).matchAll(/\S+/g)) {
    const from = start + match.index;
    const until = from + match[0].length;
    if (!taken.some((span) => from < span.end && span.start < until))
      words.push({ start: from, end: until, value: match[0] });
  }
  return words;
}

type Run = Found<string>[];

/** Words in a row that fit, with the small particles between them. */
function runsOf(words: readonly Found<string>[], fits: (word: Found<string>) => boolean): Run[] {
  const runs: Run[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const isNext = last !== undefined && word.start - (last.at(-1)?.end ?? 0) === 1;
    if (isNext && (fits(word) || particles.has(word.value.toLowerCase()))) last.push(word);
    else if (fits(word)) runs.push([word]);
  }
  return runs.map((run) => run.slice(0, run.findLastIndex(fits) + 1).slice(0, mostWords));
}

/** The name, and for the cutting also the small word that leads to it. */
function joined(line: string, run: Run): Found<string> {
  const [from, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const lead = introduces.exec(line.slice(0, from));
  return { start: lead?.index ?? from, end, value: line.slice(from, end) };
}
