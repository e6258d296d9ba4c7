/** Days and amounts as books write them. */
import { RowProblem } from '../rows/row-values.ts';

const dayMs = 86_400_000;

/** 2026-05-01, 1-5-2026, 01/05/2026, 1.5.2026 or 20260501, day first; a time behind it is left out. Noon, the same day everywhere people live. */
export function parseDay(written: string): number {
  const text = written
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/(?:Z|[+-]\d{2}:\d{2})$/, '');
  const found = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? turn(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text));
  if (!found) throw new RowProblem(text === '' ? 'row-date-missing' : 'row-date-unreadable', written);
  const [, year, month, day] = found.map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 0));
  if (at.getUTCMonth() !== (month ?? 0) - 1 || at.getUTCDate() !== day)
    throw new RowProblem('row-date-impossible', written);
  if (at.getUTCFullYear() < 1900) throw new RowProblem('row-date-too-old', written);
  return at.getTime() + dayMs / 2;
}

function turn(found: RegExpExecArray | null): string[] | null {
  return found && ['', found[3] ?? '', found[2] ?? '', found[1] ?? ''];
}

/** 1.234,56, 1,234.56, € 45,00, 45- and (45,00): in cents. Three digits behind a single sign are thousands. */
export function parseBookAmount(written: string): number | null {
  const bare = written.replace(/[€$£\s\u00a0]|EUR/g, '');
  if (bare === '') return null;
  const isBelow = /^-|-$|^\(.*\)$/.test(bare);
  const digits = bare.replace(/^[-+(]|[-)]$/g, '');
  const fraction = /[.,](\d{1,2})$/.exec(digits)?.[1] ?? '';
  const whole = digits.slice(0, fraction === '' ? digits.length : -fraction.length - 1);
  if (!/^\d{1,3}(?:([.,'])\d{3}(?:\1\d{3})*)?$|^\d{1,13}$/.test(whole))
    throw new RowProblem('row-amount-unreadable', written);
  const minor = Number(`${whole.replace(/\D/g, '')}${fraction.padEnd(2, '0')}`);
  return isBelow ? 0 - minor : minor;
}
