/** A cell that cannot be what its column says: a code, and the value as it was written. */
export class RowProblem extends Error {
  constructor(code: string, written = '') {
    super(written === '' ? code : `${code}: ${written.slice(0, 200)}`);
  }
}

/** 1.5 or 1,5; no thousands signs, no exponents. */
export function parseNumber(written: string, column: string): number | null {
  if (written === '') return null;
  if (!/^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(written))
    throw new RowProblem('row-number-unreadable', `${column} ${written}`);
  return Number(written.replace(',', '.'));
}

export function parseNumberBetween(
  written: string,
  column: string,
  [least, most]: readonly [number, number],
): number | null {
  const number = parseNumber(written, column);
  if (number !== null && (number < least || number > most))
    throw new RowProblem('row-number-out-of-range', `${column} ${written}`);
  return number;
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function parseCurrency(written: string): string | null {
  if (written === '') return null;
  const code = written === '€' ? 'EUR' : written.toUpperCase();
  if (!currencies.has(code)) throw new RowProblem('row-currency-unknown', written);
  return code;
}

/** "12,50" in euro -> 1250. More decimals than the currency has is a mistake, not a rounding. */
export function parseMinorUnits(written: string, currency: string | null, column: string): number | null {
  if (written === '') return null;
  const amount = /^(-?)(\d{1,13})(?:[.,](\d{1,4}))?$/.exec(written);
  const decimals = countDecimals(currency);
  const fraction = (amount?.[3] ?? '').replace(/0+$/, '');
  if (!amount || fraction.length > decimals || /[.,]\d{3}$/.test(written))
    throw new RowProblem('row-amount-unreadable', `${column} ${written}`);
  const minor = Number(`${amount[2]}${fraction.padEnd(decimals, '0')}`);
  return amount[1] === '-' ? 0 - minor : minor;
}

const decimalsByCurrency = new Map<string, number>();

/** Remembered: asking Intl costs more than the rest of the row. */
function countDecimals(currency: string | null): number {
  if (currency === null) return 2;
  const known = decimalsByCurrency.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  decimalsByCurrency.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

const yes = new Set(['yes', 'ja', 'true', 'waar', '1', 'y', 'j']);
const no = new Set(['no', 'nee', 'false', 'onwaar', '0', 'n']);

export function parseYesNo(written: string, column: string): boolean | null {
  if (written === '') return null;
  const word = written.toLowerCase();
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  throw new RowProblem('row-yes-no-unreadable', `${column} ${written}`);
}

/** The code to report; what is not about the row is a fault of ours and goes on up. */
export function nameRowProblem(error: unknown): string {
  if (error instanceof RowProblem) return error.message;
  throw error;
}
