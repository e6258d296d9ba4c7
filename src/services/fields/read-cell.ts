/** A cell of a table as the value of an own field; null where it cannot be one. */
import type { FieldValue } from '#store/field-values.ts';
import type { FieldRow } from '#store/fields.ts';
import { normaliseText } from '../parties/names.ts';
import { isDate, noValue, readLink } from './read-field-values.ts';

export function readCell(field: FieldRow, cell: string): FieldValue | null {
  switch (field.type) {
    case 'text':
      return { ...noValue, text: cell };
    case 'link': {
      const link = readLink(cell);
      return link === null ? null : { ...noValue, text: link };
    }
    case 'number': {
      const number = readNumber(cell);
      return number === null ? null : { ...noValue, number };
    }
    case 'money': {
      const number = readNumber(cell.replace(/^(?:€|eur)\s*|\s*(?:€|eur)$/gi, ''));
      return number === null ? null : { ...noValue, number: Math.round(number * 100), text: 'EUR' };
    }
    case 'date': {
      const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell) ?? [];
      const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
      return isDate(date) ? { ...noValue, date } : null;
    }
    case 'choice':
    case 'multi-choice': {
      const words = field.type === 'choice' ? [cell] : cell.split(/\s*[;,|]\s*/).filter(Boolean);
      const keys = words.map((word) => findOption(field, word));
      return keys.some((key) => key === undefined) ? null : { ...noValue, choices: keys as string[] };
    }
    // A name could be anybody's.
    case 'party':
      return null;
  }
}

function findOption({ options }: FieldRow, word: string): string | undefined {
  return options.find(({ key, label }) => key === word || normaliseText(label) === normaliseText(word))?.key;
}

/** 1.234,5 and 1,234.5 and 1234.5: the last sign of two kinds parts the decimals; one comma is a decimal comma. */
function readNumber(cell: string): number | null {
  const plain = cell.replace(/\s/g, '');
  const isDutch = plain.lastIndexOf(',') > plain.lastIndexOf('.');
  const number = isDutch ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  return /^-?\d+(?:\.\d+)?$/.test(number) && Math.abs(Number(number)) <= 1e12 ? Number(number) : null;
}
