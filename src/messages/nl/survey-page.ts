/** De pagina van een vraag, voor wie hem krijgt: twee vragen, of vier cijfers; met u. */
import type { surveyPage as shape } from '../en/survey-page.ts';

export const surveyPage = {
  titles: { missing: 'Zou u ons missen?', four: 'Vier korte vragen' },
  lead: (asker, firm) => `${asker} van ${firm} wil het graag weten, en leest uw antwoord zelf.`,
  missing: {
    question: (firm) => `Stel dat ${firm} morgen stopt. Hoe vervelend zou u dat vinden?`,
    very: 'Heel vervelend',
    little: 'Een beetje vervelend',
    not: 'Niet vervelend',
    reasons: 'Wat zou u missen? (hoeft niet; kruis aan wat past)',
    kinds: { personal: 'De mensen', brand: 'Wat we maken', price: 'De prijs' },
    words: 'Of in uw eigen woorden',
  },
  four: {
    hint: '1 is slecht, 5 is uitstekend.',
    quality: 'Hoe goed is wat wij leveren?',
    satisfaction: 'Hoe tevreden bent u over ons?',
    value: 'Is het zijn geld waard?',
    bond: 'Hoezeer voelt u zich met ons verbonden?',
    words: 'Wilt u er iets bij zeggen? (hoeft niet)',
  },
  send: 'Verstuur',
  thanks: { title: 'Dank u wel', text: 'Uw antwoord is aangekomen. U hoeft verder niets te doen.' },
  never: 'Stel mij zulke vragen niet meer',
  neverSaid: 'We vragen het u niet nog eens.',
  alone:
    'Uw antwoord wordt gelezen door de mensen met wie u te maken hebt, en alleen gebruikt om beter met elkaar om te gaan.',
  problems: { 'no-answer': 'Kies eerst een van de antwoorden.', 'no-marks': 'Geef eerst alle vier een cijfer.' },
} satisfies typeof shape;
