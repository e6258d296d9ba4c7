import { connections as en } from '#messages/en/connections.ts';
import { connections as nl } from '#messages/nl/connections.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useConnectionWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
