import type { RelationType } from '#contract/relations.ts';
import type { Words } from '#messages/en/words.ts';

interface Reading {
  readonly typeKey: string;
  /** As its type has it: of types that people made. */
  readonly verb: string;
  readonly isForward: boolean;
}

/** Shipped kinds of links in the reader's language, others as they were typed. */
export function wordVerb({ typeKey, verb, isForward }: Reading, { records }: Words): string {
  return records.links.verbs[typeKey]?.[isForward ? 0 : 1] ?? verb;
}

/** A kind of link in both its directions; one where both are the same word. */
export function listReadings(type: RelationType, words: Words): (Reading & { label: string })[] {
  const both = [
    { typeKey: type.key, verb: type.verbForward, isForward: true },
    { typeKey: type.key, verb: type.verbBackward, isForward: false },
  ].map((reading) => ({ ...reading, label: wordVerb(reading, words) }));
  return both[0]?.label === both[1]?.label ? both.slice(0, 1) : both;
}
