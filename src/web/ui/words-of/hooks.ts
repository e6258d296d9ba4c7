import { hooks as en } from '#messages/en/hooks.ts';
import { hooks as nl } from '#messages/nl/hooks.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useHookWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
