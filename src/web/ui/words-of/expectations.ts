import { expectations as en } from '#messages/en/expectations.ts';
import { expectations as nl } from '#messages/nl/expectations.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useExpectationWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
