/** Vandaag: een feit, waarom het telt, één ding om te doen. */
import type { today as shape } from '../en/today.ts';
import { durations } from './durations.ts';

interface Rhythm {
  gapDays: number;
  silenceDays: number;
}

/** De zin waaraan je Hecht herkent. */
export function rhythmSentence({ gapDays, silenceDays }: Rhythm): string {
  return `Jullie spreken elkaar meestal ${durations.every(gapDays)}; nu is het ${durations.ago(silenceDays)}.`;
}

export const today = {
  title: 'Vandaag',
  greeting: {
    morning: (name) => `Goedemorgen, ${name}.`,
    afternoon: (name) => `Goedemiddag, ${name}.`,
    evening: (name) => `Goedenavond, ${name}.`,
  },
  intro: (count: number) => (count === 1 ? 'Eén ding vandaag.' : `${countWord(count)} dingen vandaag.`),
  more: (count: number) =>
    count === 1 ? 'Er is nog 1 ding dat kan wachten.' : `Er zijn nog ${count} dingen die kunnen wachten.`,
  rhythm: rhythmSentence,
  facts: {
    'growing-quiet': (n: Rhythm) => `Wordt stil. ${rhythmSentence(n)}`,
    'probably-gone': (n: Rhythm) => `Waarschijnlijk kwijt. ${rhythmSentence(n)}`,
    'one-sided': (n): string =>
      n.ours >= n.theirs ? 'Komt van één kant: vooral wij geven.' : 'Komt van één kant: vooral zij geven.',
    unanswered: (n) =>
      `${n.subject ? `“${n.subject}”` : 'Hun bericht'} wacht al ${durations.span(n.days)} op antwoord.`,
    'leave-in-peace': (n) =>
      n.count > 0
        ? `${n.count} keer ongevraagd van ons${n.days > 0 ? ` in ${durations.span(n.days)}` : ''}, en geen antwoord. Even met rust laten.`
        : 'De laatste tijd veel ongevraagd van ons. Even met rust laten.',
    'promise-due': (n) => {
      const what = n.text ? `“${n.text}”` : 'een toezegging';
      const when =
        n.days < 0 ? `had ${durations.ago(-n.days)} klaar moeten zijn` : `moet ${durations.ahead(n.days)} klaar zijn`;
      return n.byUs ? `Wij hebben toegezegd: ${what} ${when}.` : `Zij hebben toegezegd: ${what} ${when}.`;
    },
    'to-make-good': (n) => `Goed te maken: ${n.what ? `“${n.what}”` : 'iets aan onze kant'}, ${durations.ago(n.days)}.`,
    'keep-in-touch': (n) =>
      n.gapDays > 0 && n.days >= 0
        ? `Tijd om contact te houden. Jullie spreken elkaar meestal ${durations.every(n.gapDays)}; de laatste keer was ${durations.ago(n.days)}.`
        : n.days < 0
          ? 'Tijd om contact te houden. Jullie spraken elkaar nog niet.'
          : `Tijd om contact te houden. De laatste keer was ${durations.ago(n.days)}.`,
    'thanks-owed': (n) => `${n.what ? `“${n.what}”` : 'Zij hielpen ons'}, ${durations.ago(n.days)}; nog niet bedankt.`,
    'leans-on-one': (n) => (n.isYou ? 'Alles loopt via jou.' : `Alles loopt via ${n.who ?? 'één van ons'}.`),
    'could-become': (n) => `Kan nog wat worden. ${n.count} keer contact, de laatste keer ${durations.ago(n.days)}.`,
  },
  whys: {
    'growing-quiet': (n) => `De hechtheid is nu ${n.bond}; zonder contact loopt die vanaf hier terug.`,
    'probably-gone': () =>
      'Na zo lang komt bijna niemand vanzelf terug. Een oprechte vraag vertelt je misschien waarom.',
    'one-sided': () => 'Het is pas een relatie als jullie er allebei wat aan hebben.',
    unanswered: () => 'Op tijd antwoorden is de kleinste manier om betrouwbaar te zijn.',
    'leave-in-peace': () => 'Niets zeggen is hier nu het beste wat je kunt doen.',
    'promise-due': () => 'Een nagekomen toezegging telt, een vergeten ook.',
    'to-make-good': () => 'Dit slijt pas als je het hebt verteld, hersteld, of je excuses hebt gemaakt.',
    'keep-in-touch': () => 'Deze wilde je niet laten versloffen.',
    'thanks-owed': () => 'Bedanken hoort erbij als iemand hielp.',
    'leans-on-one': () => 'Laat eens iemand meegaan; dan hangt het niet aan één van ons.',
    'could-become': () => 'Iets kleins waar ze wat aan hebben, is een begin.',
  },
  acts: {
    write: 'Schrijf een berichtje',
    call: 'Bel even',
    answer: 'Antwoord',
    thank: 'Bedank',
    'make-good': 'Maak het goed',
    'keep-promise': 'Kom het na',
    leave: 'Laat met rust',
    look: 'Kijk even',
    'bring-along': 'Laat iemand meegaan',
  },
  kept: 'Nagekomen',
  done: 'Gedaan',
  reach: { mail: 'Mail', phone: 'Bel' },
  snooze: 'Later',
  snoozeFor: { tomorrow: 'Morgen', week: 'Volgende week', month: 'Over een maand' },
  leave: 'Even met rust laten',
  marked: {
    done: (name: string) => `${name}: gedaan.`,
    snoozed: (name: string, until: string) => `${name} komt ${until} terug.`,
    'left-in-peace': (name: string) => `${name} laten we even met rust.`,
    'not-useful': () => 'Zulke regels komen voor jou voortaan minder vaak.',
  },
  notUseful: 'Niet nuttig voor mij',
  empty: 'Niemand zit op je te wachten. Zet maar koffie.',
  emptyMore: 'Hecht blijft luisteren. Wat je vraagt, staat hier morgenochtend.',
  leansOn: (name: string, count: number) => `${name} houdt ${count} relaties vrijwel alleen vast.`,
  leansOnLink: (name: string) => `Wat gebeurt er als ${name} langere tijd weg is?`,
  nothingHeardTitle: 'Niet gehoord sinds',
  notHeard: (label: string, date: string) => `${label} is gelezen tot ${date}; over stilte daarna zegt Hecht niets.`,
  readOn: 'Verder lezen',
  first: 'Er is nog niets om voor te zorgen.',
  firstText:
    'Importeer je mail, of kijk rond in het voorbeeldbedrijf. Daarna staat hier elke ochtend wat je relaties nodig hebben.',
} satisfies typeof shape;

function countWord(count: number): string {
  return ['Geen', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven'][count] ?? String(count);
}
