import { houseRules as en } from '#messages/en/house-rules.ts';
import { houseRules as nl } from '#messages/nl/house-rules.ts';
import { useSpoken } from '../words.tsx';

/** They come with the pages that speak them, not with the first screen of every page. */
export function useHouseRuleWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
