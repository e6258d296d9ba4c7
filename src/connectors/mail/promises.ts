import { cutText } from '../storable-text.ts';
import { type CalendarDay, findDueDay } from './due-dates.ts';
import { splitSentences } from './thanks.ts';

export interface FoundPromise {
  readonly text: string;
  /** The last millisecond of the day named, in the zone given. */
  readonly dueMs: number | null;
  readonly by: 'from';
}

const dutchVerbs =
  'stuur|mail|bel|lever|regel|bezorg|breng|app|maak|zoek|check|vraag|plan|bespreek|bestel|reserveer|verstuur|betaal|haal|geef|kom|zorg|zet|leg|neem|laat|kijk';
const dutchInfinitives =
  'sturen|mailen|bellen|leveren|regelen|bezorgen|brengen|appen|maken|uitzoeken|nakijken|navragen|vragen|plannen|bespreken|bestellen|reserveren|versturen|betalen|ophalen|geven|zorgen|opsturen|doorsturen|toesturen|terugbellen|terugkomen|laten weten|contact opnemen';
const englishVerbs =
  'send|mail|e-?mail|call|deliver|bring|arrange|order|book|pay|check|ask|forward|ship|get back|come back|let you know|follow up|look into|find out|make sure|take care|have it|have them|have that|sort|give you a (?:call|ring)|prepare|drop';

/** Says so itself: "ik zal ... sturen", "I'll send". Holds with or without a day. */
const firmPatterns: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ik zal|zal ik|wij zullen|we zullen|zullen (?:wij|we))\\b.{0,120}\\b(?:${dutchInfinitives})\\b`,
    'i',
  ),
  /\b(?:ik|we|wij) (?:kom|komen) (?:hier|er|daar) ?(?:nog |snel |later |zo snel mogelijk |morgen |volgende week )*op terug\b/i,
  /\b(?:ik|we|wij) (?:laat|laten) (?:het )?(?:je|jou|u|jullie) (?:(?:nog|snel|morgen|vandaag|dan|asap|zo snel mogelijk|volgende week|deze week|uiterlijk|het|voor|\p{L}+dag) )*weten\b/iu,
  /\b(?:je|u|jullie) (?:hoort|horen|krijgt|ontvangt)\b.{0,60}\bvan (?:mij|me|ons)\b/i,
  new RegExp(
    `\\b(?:i|we)(?:'|’| wi)ll (?:(?:also|then|definitely|certainly|personally|try to)\\s)?(?:${englishVerbs})\\b`,
    'i',
  ),
];
/** Present tense: only a promise when it names a day and someone. */
const datedPatterns: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ik|we|wij) (?:${dutchVerbs}|${dutchVerbs.split('|').join('en|')}en|sturen|bellen|leveren|komen|zoeken|maken|vragen|zetten|leggen|nemen|laten|geven|brengen)\\b`,
    'i',
  ),
  new RegExp(`\\b(?:${dutchVerbs}) ik\\b`, 'i'),
  /\b(?:i am|i'm|i’m|we are|we're|we’re) (?:going to|sending|shipping|calling|delivering)\b/i,
  new RegExp(`\\b(?:ik ga|ga ik|we gaan|wij gaan)\\b.{0,100}\\b(?:${dutchInfinitives})\\b`, 'i'),
];
const toReceiver = /\b(?:je|jou|jouw|u|uw|jullie|you|your|terug|back|het|dat|it|that|them|de|the)\b/i;
/** Doubt, condition, denial, or already done with this very mail. */
const notAPromise =
  /^["'“]|\bwe(?:'|’| wi)ll\b.*!$|\b(?:niet|geen|nooit|als ik|als we|als wij|indien|mits|tenzij|misschien|wellicht|eventueel|zou|zouden|probeer|proberen|hoop|hopen|wil|zodra ik kan|hierbij|bijgaand|bijgevoegd|in de bijlage|zojuist|heb|hebben|had|not|never|won't|won’t|can't|can’t|if|unless|maybe|perhaps|might|would|could|should|hope|try|trying|attached|enclosed|herewith|click|free|once|when|whenever|upon|until|wanneer|zodra|i guess|i think|i suppose)\b/i;

/** Conservative: sentences in which the sender plainly undertakes something towards the receiver. At most three. */
export function findPromises(text: string, atMs: number, timeZone = 'Europe/Amsterdam'): FoundPromise[] {
  const writtenOn = dayInZone(atMs, timeZone);
  const found: FoundPromise[] = [];
  for (const sentence of splitSentences(text.slice(0, 4_000))) {
    if (found.length === 3) break;
    if (sentence.length > 300 || sentence.endsWith('?') || notAPromise.test(sentence)) continue;
    const dueDay = findDueDay(sentence, writtenOn);
    const isFirm = firmPatterns.some((pattern) => pattern.test(sentence));
    const isDated = dueDay !== null && datedPatterns.some((pattern) => pattern.test(sentence));
    if (!(isFirm || isDated) || !toReceiver.test(sentence)) continue;
    found.push({ text: cutText(sentence, 300), dueMs: dueDay && endOfDay(dueDay, timeZone), by: 'from' });
  }
  return found;
}

function dayInZone(atMs: number, timeZone: string): CalendarDay {
  const parts = zoneParts(atMs, timeZone);
  return { year: parts.year, month: parts.month, day: parts.day };
}

/** The day after at 00:00 in the zone, less a millisecond: right on days of 23 and 25 hours too. */
function endOfDay({ year, month, day }: CalendarDay, timeZone: string): number {
  const midnightAsUtc = Date.UTC(year, month - 1, day + 1);
  const firstGuess = midnightAsUtc - offsetMs(midnightAsUtc, timeZone);
  return midnightAsUtc - offsetMs(firstGuess, timeZone) - 1;
}

function offsetMs(atMs: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = zoneParts(atMs, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000;
}

type ZoneParts = CalendarDay & { readonly hour: number; readonly minute: number; readonly second: number };
const formatters = new Map<string, Intl.DateTimeFormat>();

function zoneParts(atMs: number, timeZone: string): ZoneParts {
  const formatter = formatters.get(timeZone) ?? makeFormatter(timeZone);
  const parts = Object.fromEntries(formatter.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  return {
    year: parts['year'] ?? 0,
    month: parts['month'] ?? 0,
    day: parts['day'] ?? 0,
    hour: parts['hour'] ?? 0,
    minute: parts['minute'] ?? 0,
    second: parts['second'] ?? 0,
  };
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  const numeric = '2-digit';
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
