/** A cell of a table as the value of an own field; null where it cannot be one. */
import { currencies, toMoney } from '#contract/currencies.ts';
import type { FieldValue } from '#store/field-values.ts';
import type { FieldRow } from '#store/fields.ts';
import { normaliseText } from '../parties/names.ts';
import { isDate, moneyValue, noValue, readLink } from './read-field-values.ts';

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
      const { amount, currency } = partMoney(cell);
      const number = readNumber(amount);
      return number === null || currency === null ? null : moneyValue(toMoney(number, currency));
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

const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };

/** € 12,50 and 12,50 EUR and USD 12.50; an amount alone is in euros. */
function partMoney(cell: string): { amount: string; currency: string | null } {
  const word = /[a-z]{3}|[€$£¥]/i.exec(cell)?.[0];
  if (word === undefined) return { amount: cell, currency: 'EUR' };
  const currency = signs[word] ?? word.toUpperCase();
  return { amount: cell.replace(word, '').trim(), currency: currencies.includes(currency) ? currency : null };
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
