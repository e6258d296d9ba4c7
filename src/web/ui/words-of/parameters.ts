import { parameterSources as enSources } from '#messages/en/parameter-sources.ts';
import { parameters as en } from '#messages/en/parameters.ts';
import { parameterSources as nlSources } from '#messages/nl/parameter-sources.ts';
import { parameters as nl } from '#messages/nl/parameters.ts';
import { useSpoken } from '../words.tsx';

/** What the numbers of the model are called and where they come from: only on the page that shows them. */
export function useParameterWords() {
  const isDutch = useSpoken().locale === 'nl';
  return { parameters: isDutch ? nl : en, parameterSources: isDutch ? nlSources : enSources };
}
