/** Wat beide kanten van elkaar verwachten: drie vragen, af en toe opnieuw gesteld. */
import type { expectations as shape } from '../en/expectations.ts';

export const expectations = {
  title: 'Wat helpt wie',
  lead: 'Drie vragen, af en toe opnieuw gesteld. Wat er gezegd is, staat door de tijd naast elkaar.',
  empty: 'Nog niet gevraagd. Het zijn drie vragen bij de koffie.',
  ask: 'Stel de drie vragen',
  askAgain: 'Vraag opnieuw',
  questions: {
    ofUs: 'Wat verwacht je van ons?',
    ofThem: 'Wat verwachten wij van jou?',
    changed: 'Wat is er veranderd?',
  },
  hints: {
    ofUs: 'In hun woorden: waar ze iets aan hebben.',
    ofThem: 'Waar wij iets aan hebben.',
    changed: 'Sinds de vorige keer, aan een van beide kanten.',
  },
  unanswered: 'niet beantwoord',
  askedOn: 'Gevraagd op',
  again: 'Vraag opnieuw op',
  againOn: (day) => `opnieuw vragen op ${day}`,
  notAgain: 'niet opnieuw vragen',
  by: (name) => `gevraagd door ${name}`,
  who: (name) => `antwoord van ${name}`,
  taskTitle: (name) => `Vraag ${name} opnieuw wat we van elkaar verwachten`,
  save: 'Schrijf op',
  saved: 'Opgeschreven.',
  edit: (day) => `Verander de antwoorden van ${day}`,
  change: 'Verander',
  remove: 'Naar de prullenbak',
  removed: 'De antwoorden liggen in de prullenbak.',
  more: (day) => `Meer: antwoorden van ${day}`,
  earlier: 'Eerdere antwoorden',
} satisfies typeof shape;
