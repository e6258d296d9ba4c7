/** A promise in the same line: "wij sturen vrijdag de offerte", "beloofde: ...", "we'll call tomorrow". */

import { findDueTime, usualDueTime } from './due-time.ts';
import type { Clock } from './past-time.ts';
import { capitalise, type Found } from './span.ts';

export interface PromiseSaid {
  readonly owedBy: 'ours' | 'theirs';
  readonly text: string;
  readonly dueMs: number;
}

const ourWords = 'wij|we|ik|i';
const theirWords = 'zij|ze|hij|she|he|they';
const start = '^(?:en |dus |and |so |maar |but )?';

/** Promised in so many words; a colon or "dat" may follow. */
const sworn = new RegExp(
  `${start}(?:(${ourWords}|${theirWords}|\\p{Lu}[\\p{L}'’-]+) (?:heeft |hebben |heb |have |has )?)?(?:beloofd(?:e|en)?|toegezegd|zegde(?:n)? toe|promised|toezegging|promise)( om| dat)?(?: that| to)?(?:\\s*:\\s*|\\s+|$)(.*)$`,
  'iu',
);
/** Will be done, whenever; what will merely be or be seen is no promise. */
const state = '(?:be|see|know|have|zien|zijn|worden|hebben|weten)';
const meant = new RegExp(
  `${start}(?:(${ourWords}|${theirWords}) (?:zal|zullen|will|shall)|(i|we|they|she|he)['’]ll)(?![\\p{L}])(?! ${state}(?![\\p{L}]))`,
  'iu',
);
/** Said in the present, counts with a day beside it. */
const presentOurs =
  'stuur|sturen|mail|mailen|bel|bellen|app|appen|lever|leveren|kom|komen|maak|maken|zoek|zoeken|regel|regelen|breng|brengen|geef|geven|laat|laten|doe|doen|vraag|vragen|bezorg|bezorgen|schrijf|schrijven|plan|plannen|bestel|bestellen|betaal|betalen|send|call|mail|email|bring|deliver|come|make|arrange|ask|let|write|pay|order';
const presentTheirs =
  'stuurt|sturen|mailt|mailen|belt|bellen|appt|appen|levert|leveren|komt|komen|maakt|maken|zoekt|regelt|brengt|geeft|laat|doet|vraagt|bezorgt|schrijft|betaalt|betalen|bestelt|bestellen|sends?|calls?|brings?|delivers?|comes?|makes?|arranges?|pays?|orders?';
const present = new RegExp(
  `${start}(?:(${ourWords}) (?:${presentOurs})|(${theirWords}) (?:${presentTheirs}))(?![\\p{L}])`,
  'iu',
);
/** Asked, denied or supposed is not promised. */
const unsure =
  /(?<!\p{L})(?:niet|geen|nooit|misschien|als|wel eens|not|never|no|maybe|might|if|won['’]t)(?!\p{L})|\?/iu;

/** Of a clause, whole; null for what promises nothing. */
export function readPromise(clause: Found<string>, clock: Clock): PromiseSaid | null {
  const text = clause.value.trim();
  const due = findDueTime(text, clock);
  const word = sworn.exec(text);
  if (word) {
    const what = (word[3] ?? '').trim();
    if (what === '' || unsure.test(what)) return null;
    return {
      owedBy: swornBy(word[1], { said: text, what }),
      text: capitalise(word[2] ? text : what),
      dueMs: due ?? usualDueTime(clock),
    };
  }
  if (unsure.test(text)) return null;
  const plan = meant.exec(text) ?? (due === null ? null : present.exec(text));
  if (!plan) return null;
  return { owedBy: sideOf(plan[1] ?? plan[2]), text: capitalise(text), dueMs: due ?? usualDueTime(clock) };
}

const theirsFirst = new RegExp(`^(?:${theirWords})(?!\\p{L})`, 'iu');

/** "Beloofde" without anybody named is said of them, "beloofd" of us, unless what was promised says who does it. */
function swornBy(who: string | undefined, { said, what }: { said: string; what: string }): 'ours' | 'theirs' {
  if (who !== undefined) return sideOf(who);
  return theirsFirst.test(what) || /^(?:en )?(?:beloofde(?:n)?|zegde)/i.test(said) ? 'theirs' : 'ours';
}

/** Nobody named: it was ours to keep. */
function sideOf(who: string | undefined): 'ours' | 'theirs' {
  return who === undefined || new RegExp(`^(?:${ourWords})$`, 'i').test(who) ? 'ours' : 'theirs';
}
