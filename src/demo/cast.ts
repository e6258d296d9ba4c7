/** Branderij De Overkant, Deventer: twelve people. All invented. */
import { monthsAgo, type Pen, plainLetters } from './pen.ts';

export const firmName = 'Branderij De Overkant';
export const firmKey = 'overkant';
const domain = 'deoverkant.example';

/** Lotte left three months ago; her last day at the counter, in days ago. */
export const lotteLeftDaysAgo = monthsAgo(3);

const people = [
  { key: 'joris', name: 'Joris van Ommen', jobTitle: 'Eigenaar' },
  { key: 'karin', name: 'Karin Wolters', jobTitle: 'Relatiebeheer' },
  { key: 'sanne', name: 'Sanne de Graaf', jobTitle: 'Relatiebeheer' },
  { key: 'bram', name: 'Bram Nijhof', jobTitle: 'Service en machines' },
  { key: 'mila', name: 'Mila Hartevelt', jobTitle: 'Community' },
  { key: 'fatima', name: 'Fatima Benali', jobTitle: 'Privacy en administratie' },
  { key: 'lotte', name: 'Lotte Hazelaar', jobTitle: 'Toonbank' },
  { key: 'teun', name: 'Teun Brinkman', jobTitle: 'Brander' },
  { key: 'noor', name: 'Noor Elzinga', jobTitle: 'Brander' },
  { key: 'wessel', name: 'Wessel Kuiper', jobTitle: 'Bezorging' },
  { key: 'iris', name: 'Iris Vondeling', jobTitle: 'Webwinkel' },
  { key: 'daan', name: 'Daan Roelofs', jobTitle: 'Toonbank' },
] as const;

/** The own organisation and its people are parties like any other. */
export function writeCast(pen: Pen): void {
  pen.party({
    key: firmKey,
    kind: 'organisation',
    name: firmName,
    role: 'colleague',
    isOwn: true,
    mail: `welkom@${domain}`,
    phone: '+31570000100',
  });
  for (const person of people) {
    pen.party({
      ...person,
      kind: 'person',
      role: 'colleague',
      isOwn: true,
      mail: `${plainLetters(person.key)}@${domain}`,
    });
    const untilMs = person.key === 'lotte' ? { untilMs: pen.at(lotteLeftDaysAgo) } : {};
    pen.history.relations.push({ type: 'works-at', from: person.key, to: firmKey, ...untilMs });
  }
}
