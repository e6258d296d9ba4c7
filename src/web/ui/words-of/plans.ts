import { plans as en } from '#messages/en/plans.ts';
import { plans as nl } from '#messages/nl/plans.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function usePlanWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
