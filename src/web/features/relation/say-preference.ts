import type { Preference } from '#contract/party-facts.ts';
import type { Words } from '#messages/en/words.ts';

/** "liever bellen: “na elven, dan is de bakkerij stil”". */
export function sayPreference({ choice, words: own }: Preference, { records }: Words): string {
  const chosen = choice && records.preferences.choices[choice];
  const quoted = own && `“${own}”`;
  return [chosen, quoted].filter(Boolean).join(': ');
}
