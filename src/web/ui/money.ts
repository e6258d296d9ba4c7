/** Amounts of money as they are read and typed. */
import { currencies, decimalsOf, type Money, toMajor, toMoney } from '#contract/currencies.ts';
import type { Formats } from '#messages/formats.ts';
import { readNumber } from './read-number.ts';

const tags = { nl: 'nl-NL', en: 'en-GB' } as const;

export function writeMoney(money: Money, { locale }: Pick<Formats, 'locale'>): string {
  const digits = decimalsOf(money.currency);
  const style = { style: 'currency', currency: money.currency } as const;
  const format = new Intl.NumberFormat(tags[locale], {
    ...style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(toMajor(money));
}

export interface MoneyDraft {
  readonly text: string;
  readonly currency: string;
}

export function draftOf(money: Money | null, { number }: Pick<Formats, 'number'>): MoneyDraft {
  if (money === null) return { text: '', currency: currencies[0] ?? 'EUR' };
  return { text: number(toMajor(money), decimalsOf(money.currency)), currency: money.currency };
}

/** Null: nothing was written; undefined: no amount. */
export function readDraft(
  { text, currency }: MoneyDraft,
  { locale }: Pick<Formats, 'locale'>,
): Money | null | undefined {
  if (text.trim() === '') return null;
  const amount = readNumber(text, locale);
  return amount === null || Math.abs(amount) > 1e12 ? undefined : toMoney(amount, currency);
}

/** By code, with its name: EUR – euro. */
export function listCurrencies({ locale }: Pick<Formats, 'locale'>): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(tags[locale], { type: 'currency' });
  return currencies.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
}
