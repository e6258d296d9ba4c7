/** A value of an own field as it reads. */
import type { Field } from '#contract/fields.ts';
import type { FieldOutput } from '#contract/party-facts.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';
import type { Locale } from '#messages/locales.ts';

interface Spoken {
  readonly words: Words;
  readonly formats: Formats;
}

export function showOwnField(field: Field, value: FieldOutput | undefined, { formats }: Spoken): string | null {
  if (value === undefined) return null;
  const labelOf = (key: string) => field.options.find((option) => option.key === key)?.label ?? key;
  if (Array.isArray(value)) return value.map(labelOf).join(', ');
  if (typeof value === 'number') return formats.number(value, 3);
  if (typeof value === 'string') {
    if (field.type === 'choice') return labelOf(value);
    return field.type === 'date' ? formats.date(`${value}T12:00Z`) : value;
  }
  return 'name' in value ? value.name : writeMoney(value, formats);
}

export function writeMoney(value: { amountMinor: number; currency: string }, formats: Formats): string {
  const tag = formats.locale === 'nl' ? 'nl-NL' : 'en-GB';
  const style = new Intl.NumberFormat(tag, { style: 'currency', currency: value.currency });
  return style.format(value.amountMinor / 10 ** (style.resolvedOptions().maximumFractionDigits ?? 2));
}

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
