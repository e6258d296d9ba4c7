/** Wat je eigen mail voorstelt om op te schrijven: gewoon gezegd, met één toets gedaan, nooit vanzelf. */
import type { proposals as shape } from '../en/proposals.ts';

export const proposals = {
  title: 'Voorstellen uit je mail',
  lead: 'Gelezen in je eigen mail. Er wordt niets opgeschreven voordat jij het zegt, en niemand anders ziet dit.',
  empty: 'Niets voor te stellen. Wat je mail zegt, staat waar het hoort.',
  keys: 'Met j en k loop je erdoor, Enter schrijft het op, x is nee.',
  onToday: (count) => (count === 1 ? '1 voorstel uit je mail' : `${count} voorstellen uit je mail`),
  onTodayMany: (count) => `Meer dan ${count} voorstellen uit je mail`,
  section: 'Voorstellen uit je mail',
  dismiss: 'Nee',
  dismissOf: (what) => `Nee: ${what}`,
  acceptOf: (act, what) => `${act}: ${what}`,
  from: (when) => `uit een mail van ${when}`,
  due: (day) => `voor ${day}`,
  dueGuessed: (day) => `zonder dag; voor ${day}`,
  known: (value) => `nu staat er: ${value}`,
  quote: (text) => `“${text}”`,
  says: {
    promise: {
      theirs: ({ name }) => `${name} heeft iets toegezegd`,
      ours: ({ name }) => `Je hebt ${name} iets toegezegd`,
    },
    question: {
      theirs: ({ name }) => `${name} vroeg iets en heeft nog geen antwoord`,
      ours: ({ name }) => `Je vroeg ${name} iets`,
    },
    thanks: {
      theirs: ({ name }) => `${name} heeft je bedankt`,
      ours: ({ name }) => `Je hebt ${name} bedankt`,
    },
    help: {
      theirs: ({ name }) => `${name} heeft je geholpen`,
      ours: ({ name }) => `Je hebt ${name} geholpen`,
    },
    recommendation: {
      theirs: ({ name }) => `${name} heeft jullie aanbevolen`,
      ours: ({ name }) => `Je hebt ${name} aanbevolen`,
    },
    stop: {
      theirs: ({ name }) => `${name} wil liever geen mail meer`,
      ours: ({ name }) => `Je vroeg ${name} om geen mail meer`,
    },
  },
  introduces: (name, who) => `${name} stelt je voor aan ${who}`,
  contact: {
    phone: (name, value) => `Een telefoonnummer van ${name}: ${value}`,
    'job-title': (name, value) => `${name} tekent als ${value}`,
    employer: (name, value) => `${name} werkt bij ${value}`,
    address: (name, value) => `Een adres van ${name}: ${value}`,
    website: (name, value) => `Een website van ${name}: ${value}`,
  },
  accept: {
    promise: 'Schrijf de toezegging op',
    question: 'Maak er een taak van',
    thanks: 'Zet bij over en weer',
    help: 'Zet bij over en weer',
    recommendation: 'Zet bij over en weer',
    introduction: 'Leg de kennismaking vast',
    contact: 'Neem over',
    stop: 'Stuur niets ongevraagds meer',
  },
  accepted: {
    promise: 'De toezegging staat genoteerd.',
    question: 'Het is nu een taak voor vandaag.',
    thanks: 'Het staat bij over en weer.',
    help: 'Het staat bij over en weer.',
    recommendation: 'Het staat bij over en weer.',
    introduction: 'De kennismaking ligt vast.',
    contact: 'Overgenomen.',
    stop: 'Er gaat niets ongevraagds meer heen.',
  },
  dismissed: 'Het wordt niet nog eens voorgesteld.',
} satisfies typeof shape;
