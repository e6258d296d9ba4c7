import { mail as en } from '#messages/en/mail.ts';
import { mail as nl } from '#messages/nl/mail.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useMailWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
