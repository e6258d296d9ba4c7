import { importProblems as en } from '#messages/en/import-problems.ts';
import { importProblems as nl } from '#messages/nl/import-problems.ts';
import { useSpoken } from '../words.tsx';

/** Why a row or mail could not be read, by its code: only where that is told. */
export function useImportProblems(): Readonly<Record<string, string>> {
  return useSpoken().locale === 'nl' ? nl : en;
}
