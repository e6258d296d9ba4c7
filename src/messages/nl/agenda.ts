/** De agenda, en de brief die je leest voor je iemand spreekt. */

import type { SayReason } from '#contract/briefs.ts';
import type { agenda as shape } from '../en/agenda.ts';
import { endSentence } from '../end-sentence.ts';
import { durations } from './durations.ts';

interface Say {
  readonly them: string;
  readonly names: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
}

const quoted = (text: string | undefined, otherwise: string) => (text ? `‘${text}’` : otherwise);

const says: Record<SayReason, (say: Say) => string> = {
  'make-good': ({ names }) =>
    `Begin met wat misging: ${quoted(names.text, 'onze misser')}. Vertel wat eraan gedaan is.`,
  'promise-late': ({ names }) =>
    `We beloofden ${quoted(names.text, 'iets')} en dat is te laat. Zeg het voor zij het doen.`,
  'answer-owed': ({ names }) => `Geef antwoord op wat ze vroegen: ${quoted(names.text, 'hun vraag')}.`,
  thank: ({ names }) => `Bedank voor ${quoted(names.text, 'hun hulp')}; dat is nog niet gebeurd.`,
  'promise-soon': ({ names, numbers }) =>
    `Vertel hoe ver we zijn met ${quoted(names.text, 'wat we beloofden')}; het moet ${durations.ahead(Math.max(0, numbers.days ?? 0))} af zijn.`,
  'ask-theirs': ({ names }) => `Vraag, zonder te duwen, hoe ver ze zijn met ${quoted(names.text, 'wat ze beloofden')}.`,
  birthday: ({ them, numbers }) =>
    (numbers.days ?? 0) < 0 ? `${them} was gisteren jarig.` : `${them} is ${durations.ahead(numbers.days ?? 0)} jarig.`,
  'kept-line': ({ names }) => `Kom terug op wat de vorige keer bleef hangen: ${quoted(names.text, 'dat')}.`,
  'long-ago': ({ numbers }) => `Het is ${durations.span(numbers.days ?? 0)} geleden. Vraag eerst hoe het gaat.`,
  'first-time': () => 'Jullie spraken elkaar nog niet. Vraag wat hen hier bracht.',
  listen: () => 'Er staat niets open. Laat hen het tempo bepalen, en luister.',
};

export const agenda = {
  title: 'Agenda',
  views: { day: 'Dag', week: 'Week', month: 'Maand' },
  view: 'Toon per',
  previous: 'Eerder',
  next: 'Later',
  today: 'Vandaag',
  week: (number: number) => `week ${number}`,
  allDay: 'Hele dag',
  empty: 'Hier staat niets. Ruimte voor iemand.',
  emptyDay: 'Niets',
  more: (count: number) => `nog ${count}`,
  add: 'Plan iets',
  addTitle: 'Plan iets',
  editTitle: 'Wijzig het',
  keys: 'Met de pijltjes loop je door de dagen; op een afspraak verzet Alt met de pijltjes hem, en met Shift erbij wordt hij langer of korter. n plant iets nieuws.',
  fields: {
    title: 'Wat',
    calendar: 'In welke agenda',
    day: 'Dag',
    until: 'Tot en met',
    from: 'Van',
    to: 'Tot',
    isWhole: 'Hele dag',
    location: 'Waar',
    people: 'Met wie',
    addPerson: 'Relatie of mailadres',
    description: 'Aantekeningen',
    isPrivate: 'Alleen voor mij: collega’s zien dat ik bezet ben',
  },
  ownCalendar: 'Hecht',
  save: 'Plan het',
  saveChange: 'Bewaar',
  removePerson: (name: string) => `Zonder ${name}`,
  noAddress: 'geen mailadres bekend: bel even',
  busy: (name: string) => `${name} is dan bezet.`,
  free: 'Van ons is iedereen dan vrij.',
  busyElsewhere: 'Bezet',
  planned: (title: string) => `Gepland: ${title}`,
  moved: (title: string, when: string) => `${title} is nu ${when}`,
  changed: (title: string) => `Gewijzigd: ${title}`,
  removed: (title: string) => `Weggehaald: ${title}`,
  edit: 'Wijzig',
  remove: 'Haal weg',
  back: 'Naar de agenda',
  print: 'Druk af',
  invite: 'Uitnodiging (.ics)',
  inviteHint: 'Stuur dit bestand met je mail mee; agenda’s bieden aan het erin te zetten.',
  untitled: 'Iets',
  private: 'alleen voor jou',
  cancelled: 'afgezegd',
  tentative: 'nog niet zeker',
  repeats: 'komt terug',
  ofColleague: 'van een collega',
  with: (names: string) => `met ${names}`,
  answers: { yes: 'komt', no: 'komt niet', maybe: 'misschien' },
  organiser: 'nodigde uit',
  noted: 'Het staat bij de contactmomenten.',
  sync: {
    waiting: 'Is onderweg naar je agenda.',
    waitingTrouble: (problem: string) =>
      `Je agenda nam het nog niet aan. ${problem} Het wordt vanzelf opnieuw geprobeerd.`,
    refused:
      'Je agenda neemt deze wijziging niet aan. Misschien mag je daar alleen lezen; wijzig het daar, of haal het hier weg.',
    clash: 'Dit is ook in je agenda gewijzigd. Kies wat blijft staan; het andere blijft in de geschiedenis.',
    gone: 'In je agenda is het intussen weggehaald.',
    mine: 'Houd wat hier staat',
    theirs: 'Neem wat daar staat',
    there: (what: string) => `Daar: ${what}`,
  },
  providers: {
    label: 'Waar je agenda staat',
    other: 'Ergens anders',
    google: 'Google',
    icloud: 'iCloud (met een app-wachtwoord)',
    nextcloud: 'Nextcloud',
    radicale: 'Radicale',
  },
  upcoming: 'Komt eraan',
  planWith: (name: string) => `Plan iets met ${name}`,
  brief: {
    title: 'Voorbereiding',
    of: (name: string) => `Voorbereiding voor ${name}`,
    read: 'Lees de voorbereiding',
    lead: 'Wat je wilt weten voor je iemand spreekt.',
    empty: 'Er doet niemand van buiten mee, dus er is niets voor te bereiden.',
    say: 'Eén ding om te zeggen',
    says,
    open: 'Staat open tussen jullie',
    ours: 'Van ons',
    theirs: 'Van hen',
    nothingOpen: 'Er staat niets open, van geen van beide kanten.',
    changed: 'Sinds de vorige keer',
    nothingChanged: 'Er is sindsdien niets opgeschreven.',
    lastTime: (when: string, who: string, what: string | null) => {
      const words = `Laatste contact ${when}, door ${who}`;
      return what ? endSentence(`${words}: ‘`, what, '’') : `${words}.`;
    },
    never: 'Er is nog geen contact gehoord.',
    bond: (then: string, now: string) =>
      then === now ? `De hechtheid bleef ${now}.` : `De hechtheid ging van ${then} naar ${now}.`,
    kept: 'Wat bleef hangen',
    likes: 'Hoe ze het graag hebben',
    approach: { formal: 'u', informal: 'je' },
    speak: (how: string) => `Zeg ${how}.`,
    begins: (salutation: string) => `Een brief begint met ‘${salutation}’.`,
    wish: {
      gladly: 'Hoort graag van ons.',
      'when-needed': 'Contact als er een reden is.',
      'rather-not': 'Wil liever geen contact: laat hen het tempo bepalen.',
    },
    choices: {
      'explain-first': 'eerst de uitleg, dan het voorstel',
      'proposal-first': 'eerst het voorstel, dan de uitleg',
      call: 'met een telefoontje',
      mail: 'per mail',
      message: 'met een bericht',
      visit: 'liefst in levenden lijve',
    },
    works: (job: string | null, firm: string) => (job ? `${job} bij ${firm}` : `Werkt bij ${firm}`),
    kinds: {
      promise: 'toegezegd',
      answer: 'antwoord verschuldigd',
      complaint: 'klacht',
      fault: 'goed te maken',
      thanks: 'nog te bedanken',
      question: 'vraag',
      task: 'taak',
    },
    openLine: (kind: string, text: string | null, when: string) =>
      `${text ? `‘${text}’` : kind}${text ? `, ${kind}` : ''}, ${when}`,
    note: (by: string, when: string) => `${by}, ${when}`,
    mail: {
      title: 'Voorbereiding per mail',
      lead: 'Voor een afspraak met een relatie kan Hecht je mailen wat je wilt weten.',
      never: 'Niet per mail',
      'hour-before': 'Een uur van tevoren',
      'evening-before': 'De avond ervoor, om zes uur',
      noMail: 'Dit huis kan nog geen mail versturen; wie het beheert kan dat instellen.',
      saved: 'Bewaard.',
      subject: (when: string, title: string) => `${when}: ${title}`,
      openIt: 'Open het in Hecht',
      why: 'Je krijgt dit omdat je de voorbereiding per mail wilde. Dat wijzig je hier:',
    },
  },
} satisfies typeof shape;
