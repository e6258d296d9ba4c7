/** De pagina waarop een klant een melding volgt. Korte zinnen, met u. */
import type { reportPage as shape } from '../en/report-page.ts';

export const reportPage: typeof shape = {
  title: (number) => `Uw melding ${number}`,
  kind: { complaint: 'Uw klacht', question: 'Uw vraag' },
  reportedOn: (date) => `Bij ons binnen op ${date}`,
  status: {
    received: 'Wij hebben uw melding ontvangen.',
    working: 'Wij zijn ermee bezig.',
    solved: 'Opgelost.',
    closed: 'Afgesloten.',
  },
  solvedOn: (date) => `Opgelost op ${date}.`,
  keeper: (name) => `${name} kijkt ernaar.`,
  youReported: 'Wat u meldde',
  whatWeDid: 'Wat wij deden',
  why: 'Waarom',
  next: 'Wat er nog komt',
  nextBy: (date) => `U hoort het uiterlijk op ${date}.`,
  notYet: 'Zodra er iets te vertellen is, staat het hier.',
  asOf: (moment) => `Deze pagina is bijgewerkt op ${moment}.`,
  yourAnswers: 'Wat u hier antwoordde',
  answer: 'Uw antwoord',
  answerHint:
    'Klopt er iets niet, of wilt u iets toevoegen? Schrijf het hier. Wie ernaar kijkt, krijgt meteen bericht.',
  send: 'Versturen',
  sent: 'Uw antwoord is aangekomen. Dank u wel.',
  stop: 'Ik wil deze pagina niet meer',
  stopHint: 'Dan is deze pagina meteen weg, voor iedereen. Uw melding zelf blijft bij ons bekend.',
  secret: 'Alleen wie deze link heeft, kan deze pagina zien.',
  problems: {
    empty: 'Schrijf eerst iets.',
    'too-long': 'Dat is langer dan past. Houd het onder de 4.000 tekens.',
    'too-many': 'U schreef vandaag al veel. Probeer het morgen weer, of bel ons.',
  },
};
