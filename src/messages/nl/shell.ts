/** Het kader om elke pagina. */
import type { shell as shape } from '../en/shell.ts';

export const shell = {
  product: 'Hecht',
  nav: { label: 'Hoofdmenu', today: 'Vandaag', relations: 'Relaties', imports: 'Importeren', settings: 'Instellingen' },
  skip: 'Naar de inhoud',
  search: 'Zoeken',
  palette: {
    label: 'Ga naar',
    placeholder: 'Zoek een relatie of pagina',
    nothing: 'Niets gevonden. Probeer een deel van een naam of adres.',
  },
  language: 'Taal',
  languages: { nl: 'Nederlands', en: 'English' },
  scheme: 'Weergave',
  schemes: { light: 'Licht', dark: 'Donker', auto: 'Zoals je apparaat' },
  account: 'Je account',
  signOut: 'Afmelden',
  undo: 'Ongedaan maken',
  undone: 'Teruggezet.',
  saved: 'Bewaard.',
  close: 'Sluiten',
  cancel: 'Annuleren',
  more: 'Meer',
  loadMore: 'Meer tonen',
  remove: 'Weghalen',
  add: 'Toevoegen',
  copy: 'Kopiëren',
  copied: 'Gekopieerd.',
  demo: 'Je kijkt rond in een verzonnen bedrijf.',
  demoLeave: 'Maak het huis leeg en begin voor jezelf',
  glyphPage: 'Zo lees je de bloem',
} satisfies typeof shape;
