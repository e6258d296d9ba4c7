import { giveAndTake as en } from '#messages/en/give-and-take.ts';
import { giveAndTake as nl } from '#messages/nl/give-and-take.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useGiveAndTakeWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
