/** How PostgreSQL's values come in, decided once: instants as Date, calendar dates as text, counts as numbers. */
import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

function parseWhole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint too large for a number: ${text}`);
  return value;
}

type Parse = (text: string) => unknown;

const uuidArray = 2951;
const uuidLength = 36;

/** Without the general parser's look at every letter: there is nothing to escape in an id. */
function parseUuids(text: string): unknown {
  if ((text.length - 1) % (uuidLength + 1) !== 0 && text !== '{}') return getTypeParser(uuidArray as never)(text);
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}

const wholeArrays = { small: 1005, int: 1007 };

function parseWholes(text: string): unknown {
  if (text.includes('N') || text.includes('{', 1)) return getTypeParser(wholeArrays.int as never)(text);
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);
}

const parsers = new Map<number, Parse>([
  [builtins.INT8, parseWhole],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (text) => text],
  [uuidArray, parseUuids],
  [wholeArrays.small, parseWholes],
  [wholeArrays.int, parseWholes],
]);

export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || getTypeParser(oid, format as 'text')) as typeof getTypeParser,
};
