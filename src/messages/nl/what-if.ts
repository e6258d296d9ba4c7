/** Stel dat: een klap voor het bedrijf, wie het zou raken, waardoor, en wat je het eerst doet. */
import type { whatIf as shape } from '../en/what-if.ts';
import { share } from '../lines/what-if-lines.ts';

interface Named {
  readonly name: string;
}

export const whatIf = {
  title: 'Stel dat…',
  lead: 'Kies wat er zou gebeuren. Je ziet wie het zou raken, waardoor, en wat je het eerst doet.',
  what: 'Wat zou er gebeuren?',
  kinds: {
    price: 'Onze prijzen gaan omhoog',
    scandal: 'Onze goede naam krijgt een knauw',
    'colleague-away': 'Een collega is langere tijd weg',
    'contact-leaves': 'Een contactpersoon vertrekt daar',
    'product-stops': 'Een product stopt',
  },
  percent: 'Hoeveel duurder',
  percentValue: (percent: string) => `${percent} %`,
  announced: 'We vertellen het een maand vooraf, met de reden',
  severity: 'Wat het van onze goede naam kost',
  severities: { '20': 'een beetje', '50': 'de helft', '90': 'bijna alles' },
  colleague: 'Welke collega',
  colleagueHint: 'Over wie het gaat ziet dat het gevraagd is, en kan het antwoord lezen.',
  carried: 'Wat anderen die er al komen overnemen',
  carries: { '0': 'niets', '30': 'een deel', '70': 'het meeste' },
  contact: 'Wie er vertrekt',
  product: 'Welk product',
  noProducts: 'Er zijn nog geen bestellingen met een product bekend.',
  about: 'Over wie',
  everything: 'Alle relaties',
  list: (name: string) => `Lijst: ${name}`,
  asOn: 'Zoals het was op (om terug te kijken)',
  ask: 'Kijk wie het raakt',
  askShort: 'Een klap',
  askHere: 'Wat zou er met deze relatie gebeuren?',
  missing: { colleague: 'Kies een collega.', contact: 'Kies wie er vertrekt.', product: 'Kies een product.' },
  asked: {
    price: (percent: string, isAnnounced: boolean) =>
      `Prijzen ${percent} % omhoog, ${isAnnounced ? 'een maand vooraf verteld' : 'zonder het vooraf te vertellen'}`,
    scandal: (percent: string) => `Onze goede naam krijgt een knauw (${percent} % ervan)`,
    'colleague-away': (name: string) => `${name} is langere tijd weg`,
    'contact-leaves': (name: string) => `${name} vertrekt daar`,
    'product-stops': (product: string) => `${product} stopt`,
  },
  somebody: 'Iemand',
  answer: {
    none: 'Niemand die Hecht kent zou dit voelen.',
    hurt: (hurt: string, asked: string) => `Dit zou ${hurt} van de ${asked} relaties raken.`,
    one: (isHurt: boolean) => (isHurt ? 'Deze relatie zou het voelen.' : 'Deze relatie zou het nauwelijks voelen.'),
    leaving: (more: string, low: string, high: string) =>
      `Er zouden er ongeveer ${more} meer afhaken dan anders: tussen ${low} en ${high}.`,
    leavingFew: 'Er zou bijna niemand meer afhaken dan anders.',
    unknown: (count: number) =>
      count === 1
        ? 'Van één weten we niet waarom ze bij ons zijn: daar is het een gok naar de anderen.'
        : `Van ${count} weten we niet waarom ze bij ons zijn: daar is het een gok naar de anderen.`,
    gone: (count: number) => (count === 1 ? 'Eén was waarschijnlijk al weg.' : `${count} waren waarschijnlijk al weg.`),
    asOf: (date: string) => `Zoals het was op ${date}.`,
    by: (name: string, date: string) => `Gevraagd door ${name} op ${date}.`,
    hardly: 'De anderen zouden het nauwelijks voelen.',
    more: (count: number) => `Toon er nog ${count}`,
  },
  through: {
    brand: 'via het merk',
    price: 'via de prijs',
    personal: 'via de gunning',
    other: (name: string) => `via ${name}`,
  },
  row: {
    ends: (before: string, after: string, n: number) => `Kans dat ze afhaken: ${before} → ${after} ${grounds(n)}`,
    strength: (before: string, after: string) => `hechtheid ${before} → ${after}`,
    sure: { good: 'redelijk zeker', some: 'lees het als richting', little: 'heel onzeker' },
  },
  acts: {
    'tell-ahead': 'Vertel het zelf, met de reden',
    'talk-value': 'Praat over wat ze ervoor krijgen, voordat ze de prijs zien',
    'tell-openly': 'Vertel open wat er gebeurde en wat wij doen',
    'introduce-colleague': 'Laat een tweede collega meekomen',
    'hand-over': 'Draag over aan een collega die er al komt',
    'meet-second': 'Leer daar nog iemand kennen',
    'offer-other': 'Bied aan wat ervoor in de plaats kan',
  },
  handOver: (name: string) => `Draag over aan ${name}, die er al komt`,
  tasks: {
    titles: {
      'tell-ahead': ({ name }: Named) => `${name} vertellen over de prijs, met de reden`,
      'talk-value': ({ name }: Named) => `Met ${name} praten over wat ze voor de prijs krijgen`,
      'tell-openly': ({ name }: Named) => `${name} vertellen wat er gebeurde en wat wij doen`,
      'introduce-colleague': ({ name }: Named) => `Een tweede collega meenemen naar ${name}`,
      'hand-over': ({ name }: Named) => `${name} overdragen`,
      'meet-second': ({ name }: Named) => `Bij ${name} nog iemand leren kennen`,
      'offer-other': ({ name }: Named) => `${name} iets anders aanbieden`,
    },
    one: 'Maak er een taak van',
    first: (count: number) => `Maak een plan: taken voor de eerste ${count}`,
    made: (count: number) => (count === 1 ? 'Eén taak gemaakt.' : `${count} taken gemaakt.`),
    mail: 'Schrijf',
    for: (act: string, name: string) => `${act}: ${name}`,
  },
  since: {
    title: 'En wat er gebeurde',
    says: (named: number, expected: string, gone: number, quiet: number) =>
      `Van de ${named} die genoemd werden zouden er ongeveer ${expected} afhaken. ${gone} ${gone === 1 ? 'is' : 'zijn'} weg${quiet > 0 ? `, ${quiet} werd${quiet === 1 ? '' : 'en'} stil` : ''}.`,
    missed: (names: string) => `Niet zien aankomen: ${names}.`,
    outcomes: {
      gone: 'is sindsdien weg',
      quiet: 'werd sindsdien stil',
      weaker: 'werd sindsdien zwakker',
      same: 'is als toen',
      stronger: 'werd sindsdien hechter',
    },
  },
  account: {
    title: (name: string) => `Hoe ${name} het zou voelen`,
    says: 'Waarom ze bij ons zijn zegt waardoor ze een klap voelen; hoe zeker dat is geeft de spreiding.',
    low: 'op zijn minst',
    high: 'op zijn meest',
    totalTitle: 'Hoeveel er zouden afhaken',
    totalSays:
      'De kansen van alle relaties opgeteld, met de klap en zonder. De spreiding komt van hoe weinig we weten over waarom ze bij ons zijn.',
    before: 'zouden toch al afhaken',
    after: 'meer door deze klap',
    asked: 'relaties bekeken',
    hurt: 'daarvan geraakt',
    reference:
      'Gemeten aan drie panels van huishoudens: een prijs duidelijk boven de gewone, en wie dan zijn favoriet liet staan',
    peopleReference: 'Voor mensen die vertrekken vonden we geen open log: hier is het een eigen keuze, met toetsen',
    reasons: {
      'shock-price': (n: Record<string, number>) =>
        `Ze zijn er voor ${share(n.share)} om de prijs; die stijgt ${share(n.rise)}`,
      'shock-unannounced': () => 'Niet vooraf verteld: dat kost vertrouwen',
      'shock-scandal': (n: Record<string, number>) =>
        `Ze zijn er voor ${share(n.share)} om het merk; ${share(n.severity)} van die naam gaat weg`,
      'shock-people': (n: Record<string, number>) =>
        `Ze zijn er voor ${share(n.share)} om de persoon; ${share(n.lost)} van de hechtheid gaat mee weg`,
      'shock-carried': (n: Record<string, number>) => `Collega’s die er al komen nemen ${share(n.carried)} over`,
      'shock-product': (n: Record<string, number>) => `${share(n.part)} van wat ze kopen is dit`,
      'shock-ending': (n: Record<string, number>) =>
        `Tijd van deze band: ${share(n.time)}; kans om toch al af te haken ${share(n.before)}`,
      'shock-unknown-foundation': () => 'Niemand zei waarom ze bij ons zijn: elk van de drie kan het zijn',
    },
    weights: {
      pull: (value: string) => `+${value}`,
      none: '·',
    },
  },
  past: {
    title: 'Eerder gevraagd',
    empty: 'Nog niets gevraagd.',
    line: (hurt: number, date: string, by: string) => `${hurt} geraakt · ${date} · ${by}`,
    open: (what: string) => `Open: ${what}`,
    remove: (what: string) => `Haal weg: ${what}`,
    removed: 'De vraag is weggehaald.',
    more: 'Toon eerdere',
  },
} satisfies typeof shape;

function grounds(n: number): string {
  if (n === 0) return '(een gok)';
  return n === 1 ? '(uit 1 reden)' : `(uit ${n} redenen)`;
}
