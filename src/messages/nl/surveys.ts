/** Zouden ze ons missen? Hooguit eens per jaar gevraagd, en wat eruit kwam. */
import type { surveys as shape } from '../en/surveys.ts';

export const surveys = {
  title: 'Zouden ze ons missen?',
  lead: 'Eén vraag, hooguit eens per jaar, en nooit aan wie net een klacht had. Antwoorden tellen mee in de bouwsteen intensiteit.',
  kinds: { missing: 'Stel dat we morgen stoppen', four: 'Vier korte vragen' },
  answers: { very: 'heel vervelend', little: 'een beetje vervelend', not: 'niet vervelend' },
  ways: {
    link: (name) => `${name} antwoordde`,
    'in-person': (name) => `${name} vertelde het`,
    ourselves: (name) => `Wij over ${name}`,
    unasked: (name) => `${name} miste ons, en zei dat uit zichzelf`,
  },
  waiting: (until) => `nog geen antwoord; de link werkt tot ${until}`,
  ended: 'er kwam geen antwoord',
  share: {
    title: 'Hoeveel het heel vervelend zouden vinden',
    none: 'Er heeft nog niemand geantwoord. Vraag het hieronder aan iemand.',
    says: (very, n) =>
      n === 1
        ? `${very} van 1 relatie zou het heel vervelend vinden als we morgen stopten.`
        : `${very} van ${n} relaties zouden het heel vervelend vinden als we morgen stopten.`,
    verdicts: {
      'too-few': (fewest) => `Nog geen oordeel: daar zijn ${fewest} antwoorden voor nodig.`,
      missed: () => 'Veel mensen zouden ons missen, en er zijn genoeg antwoorden om dat zeker te weten.',
      'not-missed': () =>
        'Minder mensen dan je hoopt zouden ons missen, en er zijn genoeg antwoorden om dat zeker te weten.',
      unsure: () => 'Het kan nog beide kanten op.',
    },
    account: (share, low, high, n) =>
      `${share} van ${n} antwoorden. Met zoveel antwoorden ligt het echte aandeel negentien van de twintig keer tussen ${low} en ${high}.`,
    rule: 'oordeel vanaf dit aandeel',
    fewest: 'minste antwoorden voor een oordeel',
    counted: { very: 'Heel vervelend', little: 'Een beetje vervelend', not: 'Niet vervelend' },
  },
  four: {
    title: 'Vier cijfers',
    marks: { quality: 'kwaliteit', satisfaction: 'tevredenheid', value: 'zijn geld waard', bond: 'verbondenheid' },
    says: (mean, n) => `Gemiddeld ${mean} van 5, van ${n === 1 ? '1 relatie' : `${n} relaties`}.`,
    answered: 'Relaties die antwoordden',
    account: 'De vier tellen alle even zwaar; omzet telt niet mee.',
    none: 'Nog geen cijfers.',
  },
  candidates: {
    title: 'Wie je nu kunt vragen',
    none: 'Niemand die je goed genoeg kent is nu aan de beurt.',
    notTitle: 'Even met rust gelaten',
    noMail: 'geen mailadres: vraag het zelf',
  },
  reasons: {
    private: 'is privé',
    refused: 'wil zulke vragen niet',
    'rather-not': 'wil liever geen contact',
    complaint: 'had pas een klacht',
    'asked-this-year': 'is pas iets gevraagd',
    'too-new': 'jullie kennen elkaar nog nauwelijks',
  },
  until: (day) => `tot ${day}`,
  ask: 'Vraag het per mail',
  askOf: (name) => `Vraag het per mail: ${name}`,
  askFour: 'Stel de vier vragen',
  wrote: 'Ik vroeg het zelf',
  writtenOf: (name) => `Ik vroeg het zelf: ${name}`,
  ourselves: 'En wij over hen?',
  missedUs: 'Ze misten ons',
  take: 'Neem terug',
  takeOf: (name) => `Neem terug: ${name}`,
  latest: 'Wat er onlangs gezegd is',
  noneYet: 'Er is nog niets gevraagd.',
  form: {
    title: {
      'in-person': (name) => `Wat ${name} zei`,
      ourselves: (name) => `Als ${name} morgen stopt`,
      unasked: (name) => `${name} miste ons`,
    },
    question: {
      'in-person': 'Hoe vervelend zouden ze het vinden als wij morgen stopten?',
      ourselves: 'Hoe vervelend zouden wij dat vinden?',
      unasked: 'Ze vroegen waar we bleven. Hoe vervelend vonden ze het?',
    },
    words: { 'in-person': 'In hun woorden', ourselves: 'Wat zouden wij missen?', unasked: 'Wat zeiden ze?' },
    save: 'Schrijf het op',
  },
  kept: 'Het staat genoteerd en telt mee in de bouwsteen intensiteit.',
  missed: {
    kinds: { personal: 'de mensen', brand: 'wat we maken', price: 'de prijs' },
    legend: { 'in-person': 'Wat zouden ze missen?', unasked: 'Wat misten ze?' },
    hint: 'Telt mee bij waarom ze bij ons zijn.',
    would: (kinds) => `zou missen: ${kinds}`,
  },
  refuse: 'Ze worden dit liever niet gevraagd',
  allow: 'We mogen het weer vragen',
  refused: 'Genoteerd: we vragen het niet meer.',
  allowed: 'Genoteerd: we mogen het weer vragen.',
  taken: 'Teruggenomen.',
  link: {
    title: 'De link',
    lead: (name) =>
      `Er is geen mailbox gekoppeld die verstuurt. Geef ${name} deze link zelf; hij wordt alleen nu getoond.`,
    copy: 'Kopieer',
    copied: 'Gekopieerd',
  },
  letter: {
    subject: { missing: 'Eén vraag, als het mag', four: 'Vier korte vragen' },
    hello: (name) => `Dag ${name},`,
    text: {
      missing:
        'Eens per jaar vraag ik één ding: zou je het vervelend vinden als wij morgen stopten? Antwoorden kost nog geen minuut.',
      four: 'Eens per jaar vragen we hoe we het doen, in vier korte vragen. Antwoorden kost een minuut.',
    },
    here: 'Antwoorden kan hier:',
    no: 'Liever niet? Dan hoef je niets te doen, of zeg het op de pagina: dan vraag ik het niet nog eens.',
  },
  section: 'Zouden ze ons missen?',
} satisfies typeof shape;
