import { network as en } from '#messages/en/network.ts';
import { network as nl } from '#messages/nl/network.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useNetworkWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
