import { attention as en } from '#messages/en/attention.ts';
import { attention as nl } from '#messages/nl/attention.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useAttentionWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
