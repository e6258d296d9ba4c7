import { steering as en } from '#messages/en/steering.ts';
import { steering as nl } from '#messages/nl/steering.ts';
import { useSpoken } from '../words.tsx';

/** They come with Today, not with the first screen of every page. */
export function useSteeringWords(): typeof en {
  return useSpoken().locale === 'nl' ? nl : en;
}
