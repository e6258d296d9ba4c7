import { foundations as en } from '#messages/en/foundations.ts';
import { foundations as nl } from '#messages/nl/foundations.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useFoundationWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
