/** Wat je te horen krijgt: hier, in de browser, in de dagelijkse mail; contact houden; de agenda die meeloopt. */
import type { notifications as shape } from '../en/notifications.ts';

interface Facts {
  readonly party: string | null;
  readonly by: string | null;
  readonly about: string | null;
}

const someone = (name: string | null) => name ?? 'Iemand';
const withWhom = (party: string | null) => (party === null ? '' : ` (${party})`);

export const notifications = {
  title: 'Meldingen',
  lead: 'Wat voor jou bedoeld was.',
  empty: 'Niets te melden. Alles is rustig.',
  readAll: 'Alles gelezen',
  markRead: 'Gelezen',
  markUnread: 'Toch niet gelezen',
  unread: 'Ongelezen',
  more: 'Laat meer zien',
  settingsLink: 'Wat wil je horen?',
  says: {
    mention: ({ by, party }: Facts) =>
      `${someone(by)} noemde je in een notitie${party === null ? '' : ` over ${party}`}`,
    'task-due': ({ about, party }: Facts) => `Tijd voor: ${about ?? 'een taak'}${withWhom(party)}`,
    'task-assigned': ({ by, about, party }: Facts) =>
      `${someone(by)} gaf je een taak: ${about ?? ''}${withWhom(party)}`,
    'promise-due': ({ about, party }: Facts) => `Toegezegd: ${about ?? ''}${withWhom(party)}`,
    'keep-in-touch': ({ party }: Facts) => `Je wilde contact houden met ${party ?? 'iemand'}`,
    'import-done': ({ about }: Facts) => `De import is klaar: ${about ?? ''}`,
    'import-failed': ({ about }: Facts) => `De import bleef onderweg steken: ${about ?? ''}`,
    'connection-trouble': ({ about }: Facts) =>
      `${about ?? 'Een koppeling'} wordt niet meer gelezen. Kijk wat er nodig is.`,
    'connection-quiet': ({ about }: Facts) => `Uit ${about ?? 'een koppeling'} komt al langer niets dan gewoonlijk`,
    'report-answered': ({ about, party }: Facts) => `${someone(party)} antwoordde op de pagina: ${about ?? ''}`,
    'what-if-asked': ({ by }: Facts) =>
      `${someone(by)} vroeg wat er gebeurt als je langere tijd weg bent. Je kunt het antwoord ook lezen.`,
    'mail-trouble': ({ about }: Facts) => `Deze mail is niet verstuurd, of niemand weet het: ${about ?? ''}`,
  },
  pushTitles: {
    mention: 'Een collega noemde je in een notitie',
    'task-due': 'Een taak is aan de beurt',
    'task-assigned': 'Je hebt een taak gekregen',
    'promise-due': 'Een toezegging is aan de beurt',
    'keep-in-touch': 'Tijd om contact te houden',
    'import-done': 'Je import is klaar',
    'import-failed': 'Je import bleef onderweg steken',
    'connection-trouble': 'Een koppeling heeft je nodig',
    'connection-quiet': 'Een koppeling is al lang stil',
    'report-answered': 'Een klant antwoordde op een melding',
    'what-if-asked': 'Er is gevraagd wat er gebeurt als je er niet bent',
    'mail-trouble': 'Een mail van je is niet verstuurd',
  },
  settings: {
    lead: 'Wat wil je horen, en hoe?',
    kind: 'Over',
    ways: { inApp: 'Hier', push: 'Browser', mail: 'Dagelijkse mail' },
    kinds: {
      mention: 'Een collega noemt je',
      'task-due': 'Een taak is aan de beurt',
      'task-assigned': 'Je krijgt een taak',
      'promise-due': 'Een toezegging is aan de beurt',
      'keep-in-touch': 'Tijd om contact te houden',
      'import-done': 'Een import is klaar',
      'import-failed': 'Een import bleef steken',
      'connection-trouble': 'Een koppeling kan niet gelezen worden',
      'connection-quiet': 'Een koppeling is langer stil dan gewoonlijk',
      'report-answered': 'Een klant antwoordt op de pagina van een melding',
      'what-if-asked': 'Iemand vraagt wat er gebeurt als je langere tijd weg bent',
      'mail-trouble': 'Een mail is niet verstuurd, of niemand weet het',
    },
    noMail:
      'Dit huis heeft geen mailserver gekregen, dus er is geen dagelijkse mail. De beheerder stelt SMTP_URL en MAIL_FROM in.',
    mailAt: 'De dagelijkse mail komt om half acht, als er iets in staat.',
    push: 'Deze browser',
    pushOn: 'Meld het in deze browser',
    pushOff: 'Meld het niet meer in deze browser',
    pushIs: 'Deze browser meldt het je.',
    pushBlocked: 'Deze browser staat het niet toe. Sta meldingen van deze site toe in de instellingen ervan.',
    pushMissing: 'Deze browser kan het niet, of niet over deze verbinding.',
    browsers: 'Browsers die het je melden',
    unnamed: 'Een browser',
    since: (date: string) => `sinds ${date}`,
    removeBrowser: 'Stop',
  },
  digest: {
    subject: (day: string) => `Je dag, ${day}`,
    hello: (name: string) => `Goedemorgen ${name},`,
    tasks: 'Vandaag te doen',
    told: 'Ook voor jou bedoeld',
    late: 'te laat',
    open: 'Open Hecht',
    why: 'Je krijgt deze mail omdat je het dagelijks wilt horen. Wijzig dat bij je instellingen:',
  },
  feed: {
    title: 'Agenda',
    lead: 'Je taken, toezeggingen, verjaardagen en contactdata in je eigen agenda, die meeloopt.',
    make: 'Maak een link',
    renew: 'Nieuwe link',
    renewHint: 'De oude link werkt dan meteen niet meer.',
    remove: 'Stop',
    link: 'Geheime link',
    secret: 'Wie deze link heeft, kan je agenda zien. Geef hem niet door.',
    how: 'Zet hem in je agenda als abonnement ‘vanaf adres’.',
    read: (date: string) => `Laatst opgehaald ${date}`,
    unread: 'Nog niet opgehaald',
    made: 'Er is een nieuwe link.',
    removed: 'De link werkt niet meer.',
    calendarName: 'Hecht',
    events: {
      task: (title: string, party: string | null) => (party === null ? title : `${title} (${party})`),
      promiseOurs: (text: string, party: string) => `Toegezegd aan ${party}: ${text}`,
      promiseTheirs: (text: string, party: string) => `Toegezegd door ${party}: ${text}`,
      birthday: (name: string) => `Verjaardag van ${name}`,
      keepInTouch: (name: string) => `Contact houden met ${name}`,
      quiet: (name: string) => `${name} wordt vanaf hier stil`,
    },
  },
  touch: {
    title: 'Contact houden',
    lead: 'Met wie je contact wilt houden. Echt contact, hoe het ook binnenkomt, begint de tijd opnieuw.',
    none: 'Nog met niemand. Op de pagina van een relatie kun je ermee beginnen.',
    group: 'Met iedereen uit een groep',
    rhythm: 'in jullie eigen ritme',
    every: (days: number) => (days === 1 ? 'elke dag' : `elke ${days} dagen`),
    due: (date: string) => `volgende keer: ${date}`,
    dueNow: 'nu',
    ownRhythm: 'Jullie eigen ritme',
    ownInterval: 'Elke … dagen',
    days: 'Dagen',
    start: 'Contact houden',
    stop: 'Niet meer',
    started: (name: string) => `Je houdt contact met ${name}.`,
    stopped: (name: string) => `Je krijgt geen seintje meer over ${name}.`,
    held: {
      'rather-not': 'Hier is liever geen contact, dus je krijgt geen seintje.',
      'left-in-peace': 'Je laat ze nu met rust.',
      'too-much-contact': 'We vroegen al veel. Laat ze nu even met rust.',
    },
  },
} satisfies typeof shape;
