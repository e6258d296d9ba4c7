/** Of een relatie nog bestelt, en hoe vaak naar verwachting. */
import type { buying as shape } from '../en/buying.ts';
import { durations } from './durations.ts';

export const buying = {
  title: 'Bestellen ze nog?',
  outlook: {
    surely: 'Vrijwel zeker wel.',
    probably: 'Waarschijnlijk wel.',
    unsure: 'Dat is nu niet te zeggen.',
    hardly: 'Waarschijnlijk niet meer.',
  },
  late: ({ gapDays, silenceDays }) =>
    `Waarschijnlijk nog wel, maar minder vaak: de laatste bestelling is ${durations.ago(silenceDays)}, meestal komt er een ${durations.every(gapDays)}.`,
  lateExpected: (about) =>
    `In hun oude tempo kwam er komend kwartaal rond de ${about} keer een bestelling; blijft het zo stil, dan minder.`,
  lateWhy: 'Dit gaat erover of ze helemaal wegblijven. Of het stil wordt, lees je af aan hun eigen ritme.',
  expected: (about: string, low: string, high: string) =>
    `Komend kwartaal rond de ${about} keer, aannemelijk tussen ${low} en ${high}.`,
  once: (low: string, high: string) => `Komend kwartaal ongeveer één keer, aannemelijk tussen ${low} en ${high}.`,
  maybe: (high: string) => `Komend kwartaal misschien ${high} keer, misschien niet.`,
  none: 'Komend kwartaal naar verwachting geen bestelling.',
  asOf: (date: string) => `Bestellingen gelezen tot ${date}; over daarna zegt dit niets.`,
  says: (customers: string) =>
    `Uit hun eigen bestellingen, en uit hoe ${customers} klanten van jullie bestellen en op een dag wegblijven.`,
  saysShipped:
    'Uit hun eigen bestellingen. Van jullie zelf zijn er nog geen 100 klanten om van te leren, dus hoe klanten wegblijven komt uit een openbaar voorbeeld: een winkel in cd’s, 1997.',
  order: 'Dag met een bestelling',
  oneDay: '1 dag',
  alive: (customers: string) => `Kans dat ze nog bestellen (geleerd van ${customers} klanten)`,
  aliveShipped: 'Kans dat ze nog bestellen (met het openbare voorbeeld, n = 2.357)',
  repeats: 'Dagen met een bestelling na de eerste (x)',
  lastWeek: 'Laatste bestelling, weken na de eerste (tₓ)',
  weeks: 'Zo lang kijken we, in weken (T)',
  parameter: {
    r: 'Hoe verschillend klanten bestellen: vorm (r)',
    alpha: 'Hoe verschillend klanten bestellen: schaal in weken (α)',
    a: 'Wegblijven na een bestelling (a)',
    b: 'Terugkomen na een bestelling (b)',
    s: 'Hoe verschillend klanten wegblijven: vorm (s)',
    beta: 'Hoe verschillend klanten wegblijven: schaal in weken (β)',
  } as Record<string, string>,
  heldIn: (name: string, customers: string) =>
    `Hoe goed ${name} het laatste derde deel voorspelde (AUC, ${customers} klanten)`,
  fittedOn: (date: string) => `Opnieuw afgesteld op ${date}`,
  models: { 'beta-geometric': 'MBG/NBD', pareto: 'Pareto/NBD' },
  references: {
    'beta-geometric': 'Batislam, Denizel & Filiztekin 2007 (MBG/NBD); Fader, Hardie & Lee 2005',
    pareto: 'Schmittlein, Morrison & Colombo 1987 (Pareto/NBD)',
  },
  measured: 'Gemeten: CDNOW, 2.357 klanten, 39 weken vooruit, bench V4',
} satisfies typeof shape;
