/** What a colleague wrote of somebody that could stand in the give and take as well. Rather nothing than something wrong. */

interface NoteHint {
  readonly kind: 'help' | 'thanks' | 'recommendation' | 'introduction' | 'idea' | 'review' | 'discount' | 'favour';
  readonly by: 'ours' | 'theirs';
  readonly text: string;
  /** Whom they brought. */
  readonly name?: string;
}

const longestRead = 4_000;
const longestSentence = 300;
const mostHints = 4;

const us = '(?:ons|me|mij|us)';
const them = '(?:hem|haar|hen|ze|him|her|them)';
const ourselves = '(?:ik|we|wij|i)';
const loan = '(?:lenen|missen|helpen|een handje|bijspringen|lend|borrow|spare|help|a hand)';

interface Sign {
  readonly kind: NoteHint['kind'];
  readonly by: NoteHint['by'];
  readonly patterns: readonly RegExp[];
}

const signs: readonly Sign[] = [
  {
    ...{ kind: 'help', by: 'theirs' },
    patterns: [
      new RegExp(`\\b(?:hielp|hielpen|helped) ${us}\\b`, 'i'),
      new RegExp(`\\b(?:heeft|hebben|had|hadden) ${us} [^.!?]{0,50}\\b(?:geholpen|gematst)\\b`, 'i'),
      new RegExp(`\\b(?:leende|leenden|lent) ${us}\\b`, 'i'),
    ],
  },
  {
    ...{ kind: 'help', by: 'ours' },
    patterns: [
      new RegExp(`\\b${ourselves} (?:heb|hebben) ${them} [^.!?]{0,50}\\bgeholpen\\b`, 'i'),
      new RegExp(`\\b(?:ik|we|wij) (?:hielp|hielpen) ${them}\\b|\\b(?:i|we) (?:helped|lent) ${them}\\b`, 'i'),
    ],
  },
  {
    ...{ kind: 'thanks', by: 'theirs' },
    patterns: [new RegExp(`\\b(?:bedankte|bedankten|thanked) ${us}\\b`, 'i')],
  },
  {
    ...{ kind: 'thanks', by: 'ours' },
    patterns: [
      new RegExp(`\\b${ourselves} (?:heb|hebben) ${them} [^.!?]{0,20}\\bbedankt\\b`, 'i'),
      new RegExp(`\\b(?:i|we) thanked ${them}\\b`, 'i'),
    ],
  },
  {
    ...{ kind: 'recommendation', by: 'theirs' },
    patterns: [
      new RegExp(`\\b(?:heeft|hebben|had) ${us} [^.!?]{0,40}\\b(?:aanbevolen|aangeraden|getipt)\\b`, 'i'),
      new RegExp(`\\brecommended ${us} (?:to|at)\\b`, 'i'),
    ],
  },
  {
    ...{ kind: 'idea', by: 'theirs' },
    patterns: [
      /^(?:goed |leuk )?(?:idee|suggestie)(?: van [^:.!?]{1,40})?\s*:/i,
      /\b(?:kwam|kwamen) met (?:het|een) (?:goed |leuk )?(?:idee|voorstel)\b/i,
      /^(?:good )?(?:idea|suggestion)(?: (?:of|from|by) [^:.!?]{1,40})?\s*:/i,
      /\b(?:came up with|had) (?:an|a good) idea (?:for us|to|:)/i,
    ],
  },
  {
    ...{ kind: 'review', by: 'theirs' },
    patterns: [
      /\b(?:schreef|plaatste|zette) (?:ons )?een [^.!?]{0,30}\b(?:review|recensie)\b/i,
      /\b(?:wrote|left|posted) (?:us )?a [^.!?]{0,30}\breview\b/i,
    ],
  },
  {
    ...{ kind: 'discount', by: 'ours' },
    patterns: [
      new RegExp(`\\b${ourselves} (?:gaf|gaven|geef|geven|gave) ${them} [^.!?]{0,30}(?:korting|discount|% off)`, 'i'),
      new RegExp(`\\b${them} [^.!?]{0,20}\\b(?:korting|discount) (?:gegeven|given)\\b`, 'i'),
    ],
  },
  {
    ...{ kind: 'discount', by: 'theirs' },
    patterns: [
      new RegExp(`\\b(?:gaf|gaven|gave) ${us} [^.!?]{0,30}(?:korting|discount|% off)`, 'i'),
      /\b(?:kregen|krijgen) (?:we|wij) [^.!?]{0,30}\bkorting\b/i,
    ],
  },
  {
    ...{ kind: 'favour', by: 'theirs' },
    patterns: [
      new RegExp(`\\b(?:vroeg|vroegen|vraagt) (?:of (?:we|wij|ik)|${us})\\b[^.!?]{0,80}\\b${loan}\\b`, 'i'),
      new RegExp(`\\basked (?:if|whether) (?:we|i) could [^.!?]{0,60}\\b${loan}\\b`, 'i'),
    ],
  },
];

/** A name is what makes an introduction: words with a capital, and what stands between them. */
const introduces =
  /\b(?:[Ss]telde (?:ons|me|mij) voor aan|[Bb]racht (?:ons|me|mij) in contact met|[Ii]ntroduced (?:us|me) to|[Pp]ut (?:us|me) in touch with) (\p{Lu}[\p{L}'’-]+(?: (?:(?:van|de|der|den|ter|of) )*\p{Lu}[\p{L}'’-]+){0,3})/u;
const doubt =
  /\b(?:niet|nooit|nog geen|misschien|zou|zouden|wil|willen|gaat|hoopt|als|not|never|might|would|wants|hopes|if (?:he|she|they))\b/i;
const ownKinds: readonly NoteHint['kind'][] = ['favour', 'idea'];

export function readNote(plainText: string): NoteHint[] {
  const found = new Map<string, NoteHint>();
  for (const text of sentencesOf(plainText.slice(0, longestRead))) {
    const isSure = !doubt.test(text) && !text.endsWith('?');
    for (const { kind, by, patterns } of signs) {
      if (!isSure && !ownKinds.includes(kind)) continue;
      const key = `${kind} ${by}`;
      if (!found.has(key) && patterns.some((pattern) => pattern.test(text))) found.set(key, { kind, by, text });
    }
    const name = isSure ? introduces.exec(text)?.[1] : undefined;
    if (name !== undefined) found.set('introduction theirs', { kind: 'introduction', by: 'theirs', text, name });
  }
  return [...found.values()].slice(0, mostHints);
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=[\p{L}\p{N}"'(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && sentence.length <= longestSentence);
}
