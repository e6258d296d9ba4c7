import { agenda as en } from '#messages/en/agenda.ts';
import { agenda as nl } from '#messages/nl/agenda.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useAgendaWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
