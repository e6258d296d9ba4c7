/** Who gained what, as far as the words say so plainly: "hielp ons", "gaf korting", "+tip", "thanked her". */
import type { CaptureInput } from '#contract/captures.ts';
import { type Found, findIn, type Span } from './span.ts';

export type Benefit = NonNullable<CaptureInput['benefits']>[number];
type Kind = Benefit['kind'];

const edge = '(?<![\\p{L}\\d])';
const stop = '(?![\\p{L}\\d])';
const word = (pattern: string) => new RegExp(`${edge}(?:${pattern})${stop}`, 'iu');

/** What may stand behind a plus (we gained) or a minus (they gained). */
const chips: Readonly<Record<string, Kind>> = {
  ...{ hulp: 'help', help: 'help', tip: 'advice', raad: 'advice', advies: 'advice', advice: 'advice' },
  ...{ korting: 'discount', discount: 'discount', cadeau: 'gift', gift: 'gift', idee: 'idea', idea: 'idea' },
  ...{ dank: 'thanks', bedankje: 'thanks', thanks: 'thanks', info: 'information', informatie: 'information' },
  ...{ doorverwijzing: 'referral', klant: 'referral', referral: 'referral', feedback: 'feedback' },
  ...{ introductie: 'introduction', introduction: 'introduction', intro: 'introduction' },
};
const chip = new RegExp(`(?<!\\S)([+-])(${Object.keys(chips).join('|')})${stop}`, 'giu');

const us = '(?:ons|mij|me|us)';
const them = '(?:hem|haar|hen|hun|ze|him|her|them)';
const we = '(?:wij|we|ik|i)';
const gave = '(?:gaf|gaven|gave)';

interface Rule {
  readonly pattern: RegExp;
  readonly giver: Benefit['giver'];
  readonly kind: Kind;
}

const thing: readonly { readonly words: string; readonly kind: Kind }[] = [
  { words: '(?:een |de |some |a )?(?:[\\p{L}%\\d]+ )?(?:korting|discount)', kind: 'discount' },
  { words: '(?:een |a )?(?:[\\p{L}]+ )?(?:tip|advies|raad|advice)', kind: 'advice' },
  { words: '(?:een |a )?(?:[\\p{L}]+ )?(?:cadeau|cadeautje|gift|present)', kind: 'gift' },
  { words: '(?:[\\p{L}]+ )?(?:feedback|terugkoppeling)', kind: 'feedback' },
];

/** The first that fits says it of its kind; ours stand before the looser words for theirs. */
const rules: readonly Rule[] = [
  {
    pattern: word(`${we} (?:hielp|hielpen|helped)|(?:hielp|hielpen|helped) ${them}|(?:hebben?|heb) .{0,30}geholpen`),
    giver: 'ours',
    kind: 'help',
  },
  { pattern: word(`(?:hielp|hielpen|helped) ${us}`), giver: 'theirs', kind: 'help' },
  ...thing.flatMap(({ words, kind }): Rule[] => [
    {
      pattern: word(`${we} ${gave} (?:${them} |\\p{Lu}\\p{L}+ )?${words}|${gave} ${them} ${words}|${words} gegeven`),
      giver: 'ours',
      kind,
    },
    {
      pattern: word(`(?:kreeg|kregen|got) (?:${we} )?${words}|${words} gekregen|${gave} (?:${us} )?${words}`),
      giver: 'theirs',
      kind,
    },
  ]),
  { pattern: word(`tipte(?:n)? ${us}`), giver: 'theirs', kind: 'advice' },
  {
    pattern: word(`stelde(?:n)? ${us} voor|introduced ${us}|bracht(?:en)? ${us} in contact|put ${us} in touch`),
    giver: 'theirs',
    kind: 'introduction',
  },
  {
    pattern: word(
      `raadde(?:n)? ${us} aan|recommended ${us}|referred .{1,30} to ${us}|stuurde(?:n)? .{1,30} (?:naar ons )?door`,
    ),
    giver: 'theirs',
    kind: 'referral',
  },
  { pattern: word(`(?:bedankte(?:n)?|thanked) ${us}`), giver: 'theirs', kind: 'thanks' },
  { pattern: word(`${them} bedankt|(?:bedankte(?:n)?|thanked) ${them}`), giver: 'ours', kind: 'thanks' },
  {
    pattern: word('had(?:den)? een (?:goed |leuk |mooi )?idee|had (?:a|an) (?:good |nice )?idea'),
    giver: 'theirs',
    kind: 'idea',
  },
];

const denied = /(?<![\p{L}])(?:geen|niet|nooit|zonder|no|not|never|without|didn['’]t|don['’]t)(?![\p{L}])/iu;

export interface Benefits {
  readonly benefits: readonly Benefit[];
  /** Only what was said by a sign goes out of the text: words tell more than their kind. */
  readonly signs: readonly Span[];
}

export function findBenefits(line: string): Benefits {
  const signed = [...line.matchAll(chip)].map(
    (match): Found<Benefit> => ({
      start: match.index,
      end: match.index + match[0].length,
      value: { giver: match[1] === '+' ? 'theirs' : 'ours', kind: chips[(match[2] ?? '').toLowerCase()] ?? 'help' },
    }),
  );
  const said = rules.flatMap(({ pattern, giver, kind }) => {
    const found = findIn(line, pattern);
    return found && !denied.test(clauseAround(line, found)) ? [{ giver, kind }] : [];
  });
  const benefits: Benefit[] = [];
  for (const benefit of [...signed.map(({ value }) => value), ...said]) {
    // Who gave it was said once; the looser words behind it say nothing new.
    if (!benefits.some(({ kind }) => kind === benefit.kind)) benefits.push(benefit);
  }
  return { benefits: benefits.slice(0, 5), signs: signed };
}

function clauseAround(line: string, { start, end }: Span): string {
  const before = Math.max(...[',', '.', ';', ':'].map((sign) => line.lastIndexOf(sign, start)));
  return line.slice(before + 1, end);
}
