/** A value of an own field as it reads. */
import type { Field } from '#contract/fields.ts';
import type { FieldOutput } from '#contract/party-facts.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';
import { writeMoney } from '../../ui/money.ts';

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
