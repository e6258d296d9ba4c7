/** Numbers as people type them. */
import type { Locale } from '#messages/locales.ts';

/**
 * A number as the reader's language writes it: 1.200 is twelve hundred in Dutch and one and a fifth in English. Where
 * it can be read only one way (1.5 in Dutch) it is read so. Null for what is no number.
 */
export function readNumber(written: string, locale: Locale): number | null {
  const plain = written.replace(/[\s€]/g, '');
  const [group, point] = locale === 'nl' ? ['.', ','] : [',', '.'];
  const isGrouped = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`).test(plain);
  const number = isGrouped ? plain.replaceAll(group, '').replace(point, '.') : plain.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(number) ? Number(number) : null;
}
