import { promises as en } from '#messages/en/promises.ts';
import { promises as nl } from '#messages/nl/promises.ts';
import { useSpoken } from '../words.tsx';

/** They come once a promise was kept. */
export function usePromiseWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
