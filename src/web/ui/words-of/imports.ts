import * as en from '#messages/en/imports.ts';
import { imports, triage } from '#messages/nl/imports.ts';
import { useSpoken } from '../words.tsx';

const nl = { imports, triage };

/** They come with the pages that speak them, not with the first screen of every page. */
export function useImportWords(): Pick<typeof en, keyof typeof nl> {
  return useSpoken().locale === 'nl' ? nl : en;
}
