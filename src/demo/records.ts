/** What the firm wrote down about a few of its people: an own field, tags, a group, addresses, how they like it. */
import type { DemoWords } from '#services/demo/demo-records.ts';
import { contactOf } from './pen.ts';

const yara = contactOf('studio-zeven');
const deventer = (street: string, houseNumber: string, postcode: string) => {
  return { label: 'visit', street, houseNumber, addition: null, postcode, city: 'Deventer', country: 'NL', text: null };
};

export const demoRecords: DemoWords = {
  fields: [
    {
      name: 'Maling',
      appliesTo: 'organisation',
      type: 'choice',
      options: [{ label: 'Espresso' }, { label: 'Filter' }, { label: 'Bonen' }],
    },
  ],
  tags: [
    { name: 'Terras', colour: 'green' },
    { name: 'Denkt mee', colour: 'yellow' },
  ],
  groups: [{ name: 'Proefpanel', note: 'Proeft elke nieuwe oogst als eerste' }],
  parties: {
    [yara]: {
      birthday: '--05-17',
      pronouns: 'zij/haar',
      formOfAddress: 'informal',
      salutation: 'Beste Yara',
      metHow: 'Op de kunstmarkt; ze tekende iets op ons bekertje en liet het liggen.',
      preferences: [
        { about: 'approach', choice: 'explain-first', words: 'Laat me zien hoe het werkt, dan denk ik mee.' },
      ],
      tags: ['Denkt mee'],
      groups: ['Proefpanel'],
    },
    'studio-zeven': { addresses: [deventer('Havenstraatje', '7', '7411 ZA')], fields: { maling: 'filter' } },
    marktzicht: {
      kvkNumber: '08000121',
      vatId: 'NL000099998B57',
      iban: 'NL91 ABNA 0417 1643 00',
      addresses: [deventer('Marktzicht', '12', '7411 ZM'), { ...deventer('Postbus', '121', '7400 AB'), label: 'post' }],
      tags: ['Terras'],
      fields: { maling: 'espresso' },
    },
    [contactOf('marktzicht')]: {
      preferences: [{ about: 'time', choice: null, words: 'Voor het ontbijt of na tweeën; daartussen ren ik.' }],
    },
    [contactOf('vos')]: {
      formOfAddress: 'formal',
      salutation: 'Geachte heer Vos',
      preferences: [
        { about: 'channel', choice: 'mail', words: 'Liever niet bellen. Mail lees ik aan het begin van de dag.' },
      ],
    },
    vos: { addresses: [deventer('Notarisgang', '3', '7411 ZN')], fields: { maling: 'bonen' } },
    ans: { tags: ['Terras'], fields: { maling: 'espresso' } },
    [contactOf('ans')]: { formOfAddress: 'informal', groups: ['Proefpanel'] },
    klaver: { fields: { maling: 'filter' } },
    [contactOf('pothuys')]: {
      metHow: 'Kwam op aanraden van Yara langs om te proeven.',
      metThrough: yara,
      groups: ['Proefpanel'],
    },
  },
};
