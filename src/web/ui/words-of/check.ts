import { check as en } from '#messages/en/check.ts';
import { check as nl } from '#messages/nl/check.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useCheckWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
