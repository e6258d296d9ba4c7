/** De weg naar wat over alle relaties tegelijk kijkt: een regel per pagina, toegevoegd mét de pagina. */
import type { insight as shape } from '../en/insight.ts';

export const insight = {
  title: 'Inzicht',
  lead: 'Over alle relaties heen: waar ze op steunen, wat ze zou raken, en of uitkomt wat Hecht zegt.',
  places: {
    plans: { name: 'Steviger maken', lead: 'Relaties die aan één van ons hangen, en wat we eraan doen.' },
    giveAndTake: {
      name: 'Over en weer',
      lead: 'Wie nog niet bedankt is, wie op antwoord wacht, en wat wij goed te maken hebben.',
    },
    reports: {
      name: 'Meldingen van klanten',
      lead: 'Klachten en vragen: wat we deden, waarom, en wie nog op ons wacht.',
    },
    ideas: { name: 'Ideeën', lead: 'Wat relaties bedachten, wat ervan kwam, en of ze dat weten.' },
    surveys: {
      name: 'Zouden ze ons missen?',
      lead: 'Hooguit eens per jaar gevraagd: wat ze zeiden, en wie je nu kunt vragen.',
    },
    network: { name: 'Wie kent wie', lead: 'Aan wie onze relaties hangen, wie ons kan voorstellen, en de kaart.' },
    check: { name: 'Klopt het?', lead: 'Wat Hecht vroeger gezegd zou hebben, en wat ervan uitkwam.' },
    whatIf: {
      name: 'Stel dat…',
      lead: 'Prijzen omhoog, een collega lang weg: wie het raakt en wat je het eerst doet.',
    },
    proposals: { name: 'Voorstellen uit je mail', lead: 'Wat je eigen mail zegt en nog niet is opgeschreven.' },
    glyph: { name: 'Zo lees je de bloem', lead: 'Wat de vier blaadjes zeggen, en wat ze openlaten.' },
  },
} satisfies typeof shape;
