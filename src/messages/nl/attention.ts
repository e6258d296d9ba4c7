/** Aandacht, gegeven en gekregen, en hoeveel ongevraagds nog welkom is. */
import type { attention as shape } from '../en/attention.ts';

export const attention: typeof shape = {
  title: 'Aandacht, gegeven en gekregen',
  between: (ours, theirs) => `Tussen ${ours} en ${theirs}, in het afgelopen jaar.`,
  notWhole: 'Er was meer dan we kunnen bekijken; hiervan het nieuwste.',
  none: 'Geen contact in het afgelopen jaar.',
  who: 'Wat',
  us: 'Wij',
  rows: {
    began: 'Begon erover',
    answered: 'Gaf de ander antwoord',
    lookedAfter: 'Gaf iets: hulp, advies, dank',
  },
  rowSays: {
    began: 'Berichten van de een die niets van de ander beantwoordden.',
    answered: 'Berichten die er een van de ander beantwoordden.',
    lookedAfter: 'Wat de ander eraan had, aankopen niet meegeteld.',
  },
  asked: 'Vroeg iets en kreeg antwoord',
  inYear: 'In het afgelopen jaar',
  askedSays: 'Vragen en klachten aan de ander in het afgelopen jaar, en welke daarvan antwoord kregen.',
  askedKinds: { answer: 'een vraag', complaint: 'een klacht' },
  askedMet: 'beantwoord',
  askedOpen: 'nog geen antwoord',
  askedOf: (met, asked) => `${met} van ${asked}`,
  together: (count) => `${count} keer waren ze er allebei bij: gebeld, langs geweest of afgesproken.`,
  togetherOnce: 'Eén keer waren ze er allebei bij: gebeld, langs geweest of afgesproken.',
  togetherSays: 'Telt voor allebei even veel.',
  unasked: {
    title: 'Waar ze niet om vroegen',
    lead: 'Hoeveel van ons nog welkom is, geleerd uit wat ze daarna deden.',
    channels: { call: 'Bellen en langsgaan', mail: 'Mails', post: 'Brieven' },
    now: (count) => `nu ongeveer ${count} in drie maanden`,
    learnt: (ideal, low, high, tries) => `hier lijkt ongeveer ${ideal} welkom (tussen ${low} en ${high}, n = ${tries})`,
    set: (ideal) => `tot ${ideal}, zoals ingesteld`,
    tooFew: (tries, answered, all, each) =>
      `Nog te weinig om hun eigen aantal te leren: ${tries} keer ongevraagd, ${answered} keer kwamen ze daarna bij ons. Vanaf ${all} keer, met minstens ${each} van elk, is er iets te zeggen.`,
    nowTitle: 'Hoeveel we ongevraagd sturen',
    nowSays:
      'Elk ongevraagd contact telt voor één en halveert in 62 dagen; bij een vast tempo is dat wat er in drie maanden gaat.',
    idealTitle: 'Wat welkom lijkt',
    idealSays:
      'Het aantal vanaf waar antwoord uitblijft, voor zover hun eigen antwoorden dat laten zien; het begint bij wat voor iedereen is ingesteld en schuift op met wat er terugkwam.',
    answered: 'daarna kwamen ze bij ons',
    silent: 'daarna bleef het stil',
    unknown: 'te kort geleden om te weten',
    load: (what, after) => `${what}: ${after}`,
    inForce: 'Voor iedereen ingesteld, in drie maanden',
    tries: 'Ongevraagd, lang genoeg geleden',
    answers: 'Waarna ze bij ons kwamen',
    applies:
      'Wat Vandaag zegt volgt wat voor iedereen is ingesteld; dit aantal staat ernaast. Het getal achter elk is hoeveel het er toen in drie maanden waren.',
  },
};
