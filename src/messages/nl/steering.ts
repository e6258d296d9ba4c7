/** Waar het bedrijf dit kwartaal op let, en waarom een regel van Vandaag staat waar die staat. */
import type { steering as shape } from '../en/steering.ts';

export const steering: typeof shape = {
  goalIs: 'Dit kwartaal letten we eerst op',
  choose: 'Waar letten we dit kwartaal op?',
  goals: {
    keep: 'houden wat we hebben',
    'lean-less': 'minder op één persoon leunen',
    new: 'nieuwe relaties',
    'make-good': 'goedmaken',
  },
  chosen: (goal) => `Dit kwartaal letten we eerst op ${goal}. Vandaag volgt dat.`,
  why: 'Waarom dit hier staat',
  whyTitle: (name) => `Waarom ${name} hier staat`,
  gain: (points, minutes) =>
    `Als het goed valt, stijgt de hechtheid met ongeveer ${points} van de 100, voor zo’n ${minutes} minuten werk.`,
  spread: (points, minutes) =>
    `Ongeveer ${points} van de hechtheid (van de 100) hangt dan niet meer aan één persoon, voor zo’n ${minutes} minuten werk.`,
  noGain: 'Dit voegt zelf niets toe aan de hechtheid; het is iets wat we schuldig zijn, of het voorkomt verlies.',
  parts: {
    gain: 'wat het toevoegt aan de hechtheid, van de 100',
    block: 'via',
    minutes: 'minuten die het ongeveer kost',
    weight: 'hoe zwaar zo’n regel dit kwartaal telt',
    fits: 'het is waar we dit kwartaal op letten',
    useful: 'keer dat je zo’n regel deed, vervaagd met de tijd',
    notUseful: 'keer dat je zei dat je er niets aan had, vervaagd met de tijd',
    factor: 'wat daardoor voor jou van het gewicht overblijft',
    worth: 'samen: winst per minuut, maal gewicht',
  },
  none: 'nog niets',
  learned: (count) => `Je zei ${count} keer dat je aan zulke regels niets hebt; ze staan voor jou lager.`,
  reference:
    'Gewichten en minuten zijn onze eigen keuze; de winst is de precieze helling van de hechtheid op dit punt.',
  drafts: {
    'growing-quiet': (n) => ({
      subject: 'Hoe gaat het?',
      lines: [
        `Beste ${n.name},`,
        'We spraken elkaar al een tijdje niet. Hoe gaat het bij jullie?',
        'Kunnen we iets voor jullie doen?',
      ],
    }),
    'probably-gone': (n) => ({
      subject: 'Een vraag',
      lines: [
        `Beste ${n.name},`,
        'We hebben lang niets van je gehoord. Hebben wij iets gedaan waardoor je wegbleef?',
        'Een eerlijk antwoord helpt ons, wat het ook is.',
      ],
    }),
    'thanks-owed': (n) => ({
      subject: 'Bedankt',
      lines: [
        `Beste ${n.name},`,
        n.what ? `Bedankt voor “${n.what}”.` : 'Bedankt voor je hulp.',
        'We hadden er veel aan, en dat hadden we eerder moeten zeggen.',
      ],
    }),
    'to-make-good': (n) => ({
      subject: 'We hebben iets goed te maken',
      lines: [
        `Beste ${n.name},`,
        n.what ? `Over “${n.what}”: dat hebben wij niet goed gedaan.` : 'Er ging iets mis aan onze kant.',
        'Het spijt ons. Zo willen we het goedmaken: ',
      ],
    }),
    'promise-due': (n) => ({
      subject: n.what ?? 'Zoals beloofd',
      lines: [
        `Beste ${n.name},`,
        n.what ? `We hebben je toegezegd: “${n.what}”.` : 'We hebben je iets toegezegd.',
        'Zo staat het ervoor: ',
      ],
    }),
    unanswered: (n) => ({
      subject: n.what ? `Re: ${n.what}` : 'Je vraag',
      lines: [`Beste ${n.name},`, 'Je wacht al even op ons antwoord. Hier is het: '],
    }),
    'could-become': (n) => ({
      subject: 'Iets voor jou',
      lines: [`Beste ${n.name},`, 'Je vroeg laatst naar ons. Misschien heb je hier iets aan: '],
    }),
    'leans-on-one': (n) => ({
      subject: 'Even kennismaken',
      lines: [
        `Beste ${n.name},`,
        'De volgende keer komt er graag iemand van ons mee, dan ken je meer dan één van ons.',
        'Schikt dat?',
      ],
    }),
    'one-sided': (n) => ({
      subject: 'Wat kunnen wij voor jou doen?',
      lines: [`Beste ${n.name},`, 'Je doet veel voor ons. Wat kunnen wij voor jou doen?'],
    }),
    'keep-in-touch': (n) => ({ subject: 'Hoe gaat het?', lines: [`Beste ${n.name},`, 'Hoe gaat het bij jullie?'] }),
  },
};
