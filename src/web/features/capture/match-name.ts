/** Whether typed words name this relation: each of them begins a word of its name. */
export function matchesName(typed: string, name: string): boolean {
  const parts = wordsOf(name);
  const asked = wordsOf(typed);
  return asked.length > 0 && asked.every((word) => parts.some((part) => part.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The one whose name is nearest to what was typed: exactly it, else the first that fits. */
export function findNamed<T extends { readonly name: string }>(typed: string, found: readonly T[]): T | null {
  const fitting = found.filter(({ name }) => matchesName(typed, name));
  const whole = wordsOf(typed).join(' ');
  return fitting.find(({ name }) => wordsOf(name).join(' ') === whole) ?? fitting[0] ?? null;
}
