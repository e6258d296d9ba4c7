import { whatIf as en } from '#messages/en/what-if.ts';
import { whatIf as nl } from '#messages/nl/what-if.ts';
import { useSpoken } from '../words.tsx';

/** They come with the page that speaks them, not with the first screen of every page. */
export function useWhatIfWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
