import { ideas as en } from '#messages/en/ideas.ts';
import { ideas as nl } from '#messages/nl/ideas.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useIdeaWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
