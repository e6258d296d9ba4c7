/** Numbers by which others register an organisation: written one way, or null for what cannot be one. */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';

const squeeze = (written: string) => written.replace(/[\s.\-/]/g, '').toUpperCase();

/** Of the Chamber of Commerce: eight digits; seven are written without the nought in front. */
export function kvkNumber(written: string): string | null {
  const digits = squeeze(written).replace(/^KVK:?/, '');
  return /^\d{7,8}$/.test(digits) ? digits.padStart(8, '0') : null;
}

/** Of one branch: twelve digits. */
export function branchNumber(written: string): string | null {
  const digits = squeeze(written);
  return /^\d{12}$/.test(digits) ? digits : null;
}

export function iban(written: string): string | null {
  const plain = electronicFormatIBAN(written);
  return plain !== null && isValidIBAN(plain) ? plain : null;
}

/** What stands behind the country's two letters; Greece writes EL. */
const vatShapes: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z\d+*]\d{5}[A-Z]|\d{7}[A-W][A-I])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

export function vatId(written: string): string | null {
  const plain = squeeze(written);
  const [country, rest] = [plain.slice(0, 2), plain.slice(2)];
  if (!vatShapes[country]?.test(rest)) return null;
  return country !== 'NL' || passesElevenTest(rest) || passesNinetySeven(plain) ? plain : null;
}

/** Of companies: the nine digits are their fiscal number; the last is the weighted sum of the others modulo 11. */
function passesElevenTest(rest: string): boolean {
  const digits = [...rest.slice(0, 9)].map(Number);
  const sum = digits.slice(0, 8).reduce((total, digit, place) => total + digit * (9 - place), 0);
  return sum % 11 === digits[8];
}

/** Of people in business since 2020: all of it, letters as numbers from A = 10, leaves 1 modulo 97. */
function passesNinetySeven(plain: string): boolean {
  const number = [...plain].map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))).join('');
  return BigInt(number) % 97n === 1n;
}
