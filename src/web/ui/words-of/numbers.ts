import { numbers as en } from '#messages/en/numbers.ts';
import { numbers as nl } from '#messages/nl/numbers.ts';
import { useSpoken } from '../words.tsx';

/** They come with what a number opens to, not with the first screen of every page. */
export function useNumberWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
