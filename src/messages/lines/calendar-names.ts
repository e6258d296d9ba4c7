/** Days, months and small numbers as people write them, in Dutch and English: the one list that all readers of lines use. */

/** From Sunday on. */
export const weekdayNames: readonly (readonly string[])[] = [
  ['zondag', 'sunday'],
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday'],
  ['zaterdag', 'saturday'],
];

/** Some are words of their own as well (do, zo, sun): they count only where something else makes them a day. */
export const shortWeekdayNames: readonly (readonly string[])[] = [
  ['zo', 'sun'],
  ['ma', 'mon'],
  ['di', 'tue', 'tues'],
  ['wo', 'wed'],
  ['do', 'thu', 'thurs'],
  ['vr', 'fri'],
  ['za', 'sat'],
];

export const monthNames: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

export const counts: Readonly<Record<string, number>> = {
  ...{ een: 1, één: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10 },
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
};

/** As one part of a pattern, the longest first. */
export function anyOf(names: readonly string[]): string {
  return names.toSorted((one, other) => other.length - one.length).join('|');
}
