import { surveys as en } from '#messages/en/surveys.ts';
import { surveys as nl } from '#messages/nl/surveys.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useSurveyWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
