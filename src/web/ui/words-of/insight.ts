import { insight as en } from '#messages/en/insight.ts';
import { insight as nl } from '#messages/nl/insight.ts';
import { useSpoken } from '../words.tsx';

/** They come with the page that speaks them, not with the first screen of every page. */
export function useInsightWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
