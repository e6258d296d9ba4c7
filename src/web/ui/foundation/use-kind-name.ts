import type { FoundationKind } from '#contract/foundations.ts';
import { useFoundationWords } from '../words-of/foundations.ts';

/** The firm's own by the label it gave; of one that was taken away only the key is left. */
export function useKindName(kinds: readonly FoundationKind[]): (key: string) => string {
  const words = useFoundationWords();
  return (key) => words.kinds[key] ?? kinds.find((kind) => kind.key === key)?.label ?? key;
}
