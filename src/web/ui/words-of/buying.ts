import { buying as en } from '#messages/en/buying.ts';
import { buying as nl } from '#messages/nl/buying.ts';
import { useSpoken } from '../words.tsx';

/** They come with what stands below a relation's story, not with the first screen of every page. */
export function useBuyingWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
