import { reports as en } from '#messages/en/reports.ts';
import { reports as nl } from '#messages/nl/reports.ts';
import { useSpoken } from '../words.tsx';

/** They come with what speaks them, not with the first screen of every page. */
export function useReportWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
