import * as en from '#messages/en/imports.ts';
import * as nl from '#messages/nl/imports.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useImportWords(): Pick<typeof en, keyof typeof en> {
  return useSpoken().locale === 'nl' ? nl : en;
}
