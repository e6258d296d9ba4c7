/** Fields that a template may name, in both languages; nothing else between braces means anything. */

export const templateFields = {
  'first-name': ['voornaam', 'first_name'],
  'last-name': ['achternaam', 'last_name'],
  name: ['naam', 'name'],
  salutation: ['aanhef', 'salutation'],
  organisation: ['organisatie', 'organisation'],
  city: ['plaats', 'city'],
  'my-name': ['mijn_naam', 'my_name'],
  'my-first-name': ['mijn_voornaam', 'my_first_name'],
  firm: ['bedrijf', 'company'],
  today: ['datum', 'today'],
} as const;
export type TemplateField = keyof typeof templateFields;

const written = /\{\{\s*([\p{L}\p{N}_-]{1,40})\s*\}\}/gu;
const fieldOf = new Map<string, TemplateField>(
  Object.entries(templateFields).flatMap(([field, words]) => words.map((word) => [word, field as TemplateField])),
);

/** Every name between braces, each once, as it was written. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(written)].map((match) => (match[1] ?? '').toLowerCase()))];
}

export function isKnownName(name: string): boolean {
  return fieldOf.has(name.toLowerCase());
}

/** Puts values in; what has none stays as it was written, so that it is seen. */
export function fillFields(text: string, values: ReadonlyMap<TemplateField, string>): string {
  return text.replaceAll(written, (whole, name: string) => {
    const field = fieldOf.get(name.toLowerCase());
    return (field === undefined ? undefined : values.get(field)) ?? whole;
  });
}
