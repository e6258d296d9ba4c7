/** What search finds of own fields: texts, and choices by what they are called. */
import type { FieldRow } from '#store/fields.ts';

interface Worded {
  readonly text: string | null;
  readonly choices: readonly string[] | null;
}

export function listOwnWords(
  fields: ReadonlyMap<string, FieldRow>,
  values: ReadonlyMap<string, Worded | null>,
): string[] {
  return [...values].flatMap(([key, value]) => {
    const field = fields.get(key);
    if (field?.type === 'money') return [];
    const labels = value?.choices?.flatMap(
      (choice) => field?.options.find((option) => option.key === choice)?.label ?? [],
    );
    return [...(labels ?? []), ...(value?.text ? [value.text] : [])];
  });
}
