/** De eerste keer, aanmelden, en de drie manieren om te beginnen. */
import type { setup as shape } from '../en/setup.ts';

export const setup = {
  title: 'Welkom bij Hecht',
  lead: 'Hecht laat zien met wie je echt een relatie hebt, waar die op steunt en wat er vandaag nodig is.',
  intro: 'Twee minuten, en het huis is van jou. Alles blijft op deze machine.',
  token: 'Token',
  tokenHint: 'Staat in het venster waarin Hecht is gestart.',
  yourName: 'Je naam',
  email: 'Mailadres',
  password: 'Wachtwoord',
  passwordHint: 'Minstens 10 tekens. Een kort zinnetje werkt goed.',
  firmName: 'Naam van je bedrijf',
  timeZone: 'Tijdzone',
  timeZoneHint: 'Dagen en weken richten zich ernaar.',
  create: 'Open het huis',
  signInTitle: 'Fijn dat je er weer bent',
  signIn: 'Aanmelden',
  forgot: 'Wachtwoord vergeten? Een eigenaar kan je een nieuw geven; voor de eigenaar zelf is er `hecht users`.',
  choicesTitle: (name: string) => `Welkom, ${name}. Hoe wil je beginnen?`,
  choices: {
    mail: {
      title: 'Importeer je mail',
      text: 'Hecht leest met wie je te maken hebt en in welk ritme. Je kijkt eerst, en alles kan weer terug.',
      act: 'Kies bestanden',
    },
    demo: {
      title: 'Kijk rond in een voorbeeldbedrijf',
      text: 'Branderij De Overkant: 140 verzonnen klanten en twee jaar geschiedenis. Met één klik is het weer weg.',
      act: 'Kijk rond',
      busy: 'Twee jaar wordt opgeschreven. Dat duurt even.',
    },
    empty: {
      title: 'Begin leeg',
      text: 'Voeg je eerste relatie zelf toe; de rest kan later.',
      act: 'Begin leeg',
    },
  },
  findingsTitle: 'Drie dingen die je misschien niet wist',
  findingsOne: 'Eén ding dat je misschien niet wist',
  findingsNone: 'In deze mail valt niets op. Dat is een goed teken.',
  findings: {
    'open-promises': (count: number) =>
      count === 1 ? 'Eén toezegging staat nog open' : `${count} toezeggingen staan nog open`,
    unthanked: (count: number) =>
      count === 1 ? 'Iemand hielp je en werd niet bedankt' : `${count} mensen hielpen je en werden niet bedankt`,
    losing: (count: number) => (count === 1 ? 'Iemand die je kwijtraakt' : `${count} mensen die je kwijtraakt`),
    unanswered: (count: number) =>
      count === 1 ? 'Eén vraag die je nog niet hebt beantwoord' : `${count} vragen die je nog niet hebt beantwoord`,
    strongest: (count: number) => (count === 1 ? 'Je hechtste relatie' : `Je ${count} hechtste relaties`),
    'one-sided': (count: number) =>
      count === 1 ? 'Eén contact dat van één kant komt' : `${count} contacten die van één kant komen`,
  },
  nextTitle: 'Eén kleine volgende stap',
  nextText: 'Hecht weet nog niet wie er klant is. Een paar minuten kiezen, en Vandaag krijgt betekenis.',
  next: 'Wie is er klant?',
  nextToday: 'Meteen naar Vandaag',
} satisfies typeof shape;
