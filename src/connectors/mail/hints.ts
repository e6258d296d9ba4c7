/** What the own words give away beside promises and questions: thanks, help, a good word, an introduction, "no more mail". */
import type { IdentityRef, MailHint } from '#services/imports/connector.ts';
import { cutText } from '../storable-text.ts';
import { isPlainThanks, splitSentences } from './thanks.ts';

interface Words {
  readonly ownWords: string;
  readonly from: IdentityRef;
  readonly to: readonly IdentityRef[];
}

const mostHints = 4;
const longestRead = 4_000;
const longestSentence = 300;

/** Rather nothing than something wrong: sentences that say it plainly, one of each kind. */
export function findHints({ ownWords, from, to }: Words): MailHint[] {
  const found = new Map<string, MailHint>();
  const add = (hint: MailHint) => {
    const key = hint.kind === 'help' ? `help ${hint.giver}` : hint.kind;
    if (!found.has(key)) found.set(key, hint);
  };
  for (const sentence of splitSentences(ownWords.slice(0, longestRead))) {
    if (sentence.length > longestSentence) continue;
    const text = cutText(sentence, longestSentence);
    if (stop.some((pattern) => pattern.test(sentence)) && !notStop.test(sentence)) add({ kind: 'stop', text });
    // An idea is put as a question or a perhaps as often as not; a favour nearly always.
    if (idea.some((pattern) => pattern.test(sentence)) && !noIdea.test(sentence))
      add({ kind: 'idea', text, giver: 'from' });
    if (favour.some((pattern) => pattern.test(sentence))) add({ kind: 'favour', text });
    if (sentence.endsWith('?') || doubt.test(sentence)) continue;
    if (reviewed.some((pattern) => pattern.test(sentence))) add({ kind: 'review', text, giver: 'from' });
    if (discounted.some((pattern) => pattern.test(sentence))) add({ kind: 'discount', text, giver: 'from' });
    if (recommended.some((pattern) => pattern.test(sentence))) add({ kind: 'recommendation', text, giver: 'from' });
    if (helpedYou.some((pattern) => pattern.test(sentence))) add({ kind: 'help', text, giver: 'from' });
    if (helpedMe.some((pattern) => pattern.test(sentence))) add({ kind: 'help', text, giver: 'to' });
    else if (isPlainThanks(sentence)) add({ kind: 'thanks', text, giver: 'from' });
    if (introduces.some((pattern) => pattern.test(sentence))) {
      const who = findIntroduced(sentence, ownWords, { from, to });
      if (who) add({ kind: 'introduction', text, ...who });
    }
  }
  return [...found.values()].slice(0, mostHints);
}

const us = '(?:je|jou|jouw|jullie|u|uw)';
const we = '(?:ik|we|wij)';
/** What is only thought of, wished, or of somebody else. */
const doubt =
  /\b(?:als ik|als we|als je|als jullie|indien|zodra|misschien|wellicht|eventueel|zou|zouden|kunnen we|proberen|hoop|hopen|wil graag|willen graag|binnenkort|alvast|bij voorbaat|in advance|morgen|volgende week|niet|nooit|geen|if|maybe|perhaps|might|would|could|should|hope|hoping|trying|once|when i|not|never|won't|won’t|can't|can’t|didn't|didn’t|haven't|haven’t)\b/i;

const recommended: readonly RegExp[] = [
  new RegExp(`\\b${we} (?:heb|hebben) ${us}(?: \\p{L}+)? (?:[^.!?]{0,60})\\b(?:aanbevolen|aangeraden|getipt)\\b`, 'iu'),
  new RegExp(`\\b(?:heb|hebben) ${we} ${us} (?:[^.!?]{0,60})\\b(?:aanbevolen|aangeraden|getipt)\\b`, 'iu'),
  new RegExp(
    `\\b${we} (?:heb|hebben) (?:${us} (?:naam|nummer|gegevens|contactgegevens|adres) )(?:[^.!?]{0,60})\\b(?:doorgegeven|gegeven)\\b`,
    'iu',
  ),
  /\b(?:i|we)(?:'ve|’ve| have|) (?:just |also |happily )?(?:recommended|referred) (?:you|your)\b/i,
  /\b(?:i|we)(?:'ve|’ve| have|) (?:just |also )?(?:passed on|passed along|given (?:him|her|them|\p{Lu}\p{L}+)|gave (?:him|her|them|\p{Lu}\p{L}+)|shared) your (?:name|number|details|contact)/iu,
  /\b(?:i|we)(?:'ve|’ve| have|) put in a good word for you\b/i,
];

const done =
  '(?:uitgezocht|nagevraagd|geregeld|gemaakt|gerepareerd|hersteld|opgelost|opgezocht|meegenomen|opgehaald|gebracht|klaargezet|nagekeken|vertaald|bewaard|gebeld)';
const helpedYou: readonly RegExp[] = [
  new RegExp(
    `\\b${we} (?:heb|hebben) (?:het|dat|dit|de|die|er|een|\\p{L}+) (?:[^.!?]{0,50})?voor ${us} (?:[^.!?]{0,30})?${done}\\b`,
    'iu',
  ),
  new RegExp(`\\b(?:heb|hebben) ${we} (?:[^.!?]{0,40})?voor ${us} (?:[^.!?]{0,30})?${done}\\b`, 'iu'),
  /\b(?:i|we)(?:'ve|’ve| have|) (?:already |just )?(?:fixed|sorted|sorted out|arranged|looked up|looked into|repaired|picked up|translated|checked|found|saved|set aside) (?:[^.!?]{0,50})?\bfor you\b(?! to\b)/i,
];

const thank = '(?:bedankt|dank ?je ?wel|dank je|dank u(?: wel)?|dank jullie(?: wel)?|dank|thanks|thank you|thx)';
const helpedMe: readonly RegExp[] = [
  new RegExp(
    `\\b${thank}\\b(?:[^.!?]{0,30})\\bvoor (?:je|jouw|jullie|uw|alle|de|het)?\\s?(?:snelle |goede |fijne |enorme )?(?:hulp|meedenken|advies|helpen|uitleg|ondersteuning)\\b`,
    'i',
  ),
  new RegExp(
    `\\b${thank}\\b(?:[^.!?]{0,20})\\bdat (?:je|jullie|u) (?:[^.!?]{0,40})(?:hielp|hielpen|geholpen|meedacht|meedachten|inviel|insprong)\\b`,
    'i',
  ),
  new RegExp(`\\b${us} (?:heb|hebt|hebben) (?:me|mij|ons) (?:[^.!?]{0,30})geholpen\\b`, 'i'),
  /\b(?:thanks|thank you)\b(?:[^.!?]{0,20})\bfor (?:all )?(?:your |the )?(?:quick |great |kind )?(?:help|advice|helping|support|assistance)\b/i,
  /\byou(?:'ve|’ve| have|) (?:really |already )?(?:helped (?:me|us)|been (?:a great|such a great|a real|of great) help)\b/i,
];

const idea: readonly RegExp[] = [
  /^(?:nog )?(?:een|klein|een klein|mijn) (?:idee|ideetje|suggestie|tip)(?: (?:voor (?:jullie|je|u)|van (?:mij|mijn kant|ons)))?\s*:/i,
  /^(?:idee|ideetje|suggestie)(?: voor (?:jullie|je|u))?\s*:/i,
  /\b(?:ik|we|wij) (?:heb|hebben|had|hadden) (?:nog )?een (?:leuk |goed |klein )?(?:idee|ideetje|suggestie) voor (?:jullie|je|u)\b/i,
  /^(?:an?|one|another|my) (?:small |little )?(?:idea|suggestion)(?: for you)?\s*:/i,
  /^(?:idea|suggestion)(?: for you)?\s*:/i,
  /\b(?:i|we)(?:'ve| have|'ve got| have got| had) (?:an?|another|a small|a little) (?:idea|suggestion) for you\b/i,
  /\bhave you (?:ever )?(?:thought of|thought about|considered) (?:offering|making|selling|printing|adding|taking back)\b/i,
];
const noIdea = /\b(?:geen idee|enig idee|no idea|any idea|jullie idee|je idee|uw idee|your idea)\b/i;

const lend = '(?:uitlenen|lenen|bijspringen|een handje helpen|meehelpen)';
const some = '(?:\\d+|een|twee|drie|vier|wat|iemand|een paar)';
const favour: readonly RegExp[] = [
  new RegExp(`\\b(?:kun|kunt|kunnen|kan|zou|zouden) (?:je|jullie|u)\\b[^.!?]{0,80}\\b${lend}\\b`, 'i'),
  new RegExp(
    `\\b(?:kun|kunt|kunnen|kan|zou|zouden) (?:je|jullie|u)\\b[^.!?]{0,40}\\b${some} [^.!?]{0,30}\\bmissen\\b`,
    'i',
  ),
  /\b(?:mag ik|mogen we|mogen wij|kan ik|kunnen we) (?:[^.!?]{0,40})\b(?:van (?:je|jullie|u)|je|jullie|uw) (?:[^.!?]{0,30})\blenen\b/i,
  /\b(?:wil|wilt|willen|zou|zouden) (?:je|u|jullie) (?:me|mij|ons) een (?:plezier|gunst)\b/i,
  /\b(?:could|can|would) (?:you|your team) (?:please |perhaps |maybe |possibly )?(?:lend|spare)\b/i,
  /\b(?:could|can|may) (?:i|we) (?:please |perhaps |maybe |possibly )?borrow\b/i,
  /\b(?:could|can|would) you (?:please )?(?:give|lend) (?:us|me) a hand\b/i,
  /\b(?:ask you|do us|do me|ask) (?:for )?a (?:small |big |little )?favou?r\b/i,
];

const reviewed: readonly RegExp[] = [
  new RegExp(
    `\\b(?:${we} (?:heb|hebben)|(?:heb|hebben) ${we}) (?:[^.!?]{0,40})\\b(?:review|recensie|beoordeling)\\b(?:[^.!?]{0,40})\\b(?:geschreven|achtergelaten|geplaatst|gezet|gegeven)\\b`,
    'i',
  ),
  /\b(?:i|we)(?:'ve| have|) (?:just |also |gladly |happily )?(?:left|wrote|written|posted|given) (?:you |a )(?:[^.!?]{0,30})\b(?:review|rating)\b/i,
];

const percent = '(?:\\d{1,2} ?(?:%|procent))';
const discounted: readonly RegExp[] = [
  new RegExp(`\\b(?:je|jullie|u) (?:krijgt|krijg|krijgen) (?:[^.!?]{0,40})${percent} korting\\b`, 'i'),
  new RegExp(`\\b${we} (?:geef|geven) (?:je|jullie|u) (?:[^.!?]{0,30})(?:${percent} |een )?korting\\b`, 'i'),
  new RegExp(`\\b(?:dit keer|deze keer|voor (?:jullie|je|u)) (?:[^.!?]{0,20})met ${percent} korting\\b`, 'i'),
  /\b(?:i|we)(?:'ll|'ve| will| have|) (?:give|given|gave) you (?:[^.!?]{0,20})(?:\d{1,2} ?(?:%|percent) (?:off|discount)|a discount)/i,
  /\byou (?:get|have) (?:[^.!?]{0,20})\d{1,2} ?(?:%|percent) (?:off|discount)\b/i,
];

const introduces: readonly RegExp[] = [
  /\b(?:graag|hierbij|bij dezen|met plezier) (?:stel|introduceer|breng) ik (?:je|jou|jullie|u)\b/i,
  /\bik (?:stel|introduceer|breng) (?:je|jou|jullie|u) (?:hierbij|graag|bij dezen|even)\b/i,
  /\bik (?:wil|wilde) (?:je|jou|jullie|u) (?:graag |even )?(?:voorstellen aan|in contact brengen met|introduceren bij)\b/i,
  /\b(?:let me|i'd like to|i’d like to|i would like to|i want to|happy to|please let me) introduce (?:you|both of you)\b/i,
  /^(?:[Pp]lease )?[Mm]eet \p{Lu}\p{L}+/u,
  /\b(?:i'm|i’m|i am) (?:introducing|connecting) you (?:to|with|both)\b/i,
];

const stop: readonly RegExp[] = [
  /\b(?:graag |wil je me |wilt u mij |kun je me |kunt u mij )?(?:geen (?:mail|mails|e-?mail|e-?mails|nieuwsbrief|nieuwsbrieven|berichten|reclame|aanbiedingen) meer)\b/i,
  /\b(?:haal|verwijder|schrap) (?:me|mij|ons|mijn (?:adres|mailadres|e-?mailadres|gegevens)) (?:[^.!?]{0,30})?(?:van|uit) (?:de|je|jullie|uw) (?:\p{L}+)?(?:lijst|bestand|mailing|verzendlijst|mailinglijst|adressenbestand)/iu,
  /\b(?:schrijf|meld) (?:me|mij|ons) (?:alsjeblieft |aub |a\.u\.b\. )?(?:uit|af)\b/i,
  /\b(?:please )?(?:remove|take) (?:me|us|my (?:address|email|name)) (?:from|off) (?:(?:your|this) (?:\p{L}+ )?(?:list|mailings)|(?:the|all) (?:e-?mail|mailing|newsletter) ?lists?|(?:your|the) mailings)\b/iu,
  /\b(?:please )?(?:stop (?:sending|emailing|mailing) (?:me|us)|unsubscribe me|no more (?:e-?mails?|mails?|newsletters?))\b/i,
  /\b(?:i|we) (?:don't|don’t|do not|no longer) (?:want|wish) to (?:receive|get) (?:any more |any |further |your )?(?:e-?mails?|mails?|newsletters?|messages)\b/i,
];
const notStop =
  /\b(?:kreeg|kreeg|krijg ik|ontvang ik|ontving|kregen|ontvangen we|heb ik|had ik|hebben we|sinds|waarom|i got|i received|i get|we got|we get|why|since|did you|kan ik|can i|could i|als u|als je|if you|indien u)\b/i;

/** The one other receiver, or the address in the sentence: without somebody it introduces nobody. */
function findIntroduced(
  sentence: string,
  ownWords: string,
  { from, to }: Pick<Words, 'from' | 'to'>,
): { name: string | null; mail: string | null } | null {
  const names = [
    ...sentence.matchAll(
      /(?<![.!?]\s|^)\b\p{Lu}[\p{L}'’-]+(?: (?:van|de|den|der|ter|ten|'t) ?)?(?: ?\p{Lu}[\p{L}'’-]+)*/gu,
    ),
  ];
  const named = (ref: IdentityRef) => {
    const first = (ref.displayName ?? ref.value.split('@')[0] ?? '').split(/[\s.]/)[0]?.toLowerCase() ?? '';
    return first.length > 2 && names.some(([name]) => name.toLowerCase().split(' ').includes(first));
  };
  const others = to.filter(({ kind, value }) => kind === 'mail' && value !== from.value);
  const meant = others.filter(named);
  if (others.length > 1 && meant.length >= 1) {
    const [one] = meant.slice(-1);
    if (one) return { name: one.displayName, mail: one.value };
  }
  const written = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(ownWords)?.[0]?.toLowerCase().replace(/\.$/, '');
  if (written === undefined || written === from.value || others.some(({ value }) => value === written)) return null;
  const [first] = names.map(([name]) => name).filter((name) => !/^(?:Ik|We|Wij|I|Let|Meet|Graag|Hierbij)$/.test(name));
  return { name: first ?? null, mail: written };
}
