/** A value as it was or became, in the reader's words; what is a code and what is a text is known by the field it stood in. */
import type { Repeat } from '#contract/tasks.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';
import { writeMoney } from '../money.ts';

export interface Sayer {
  readonly words: Words;
  readonly formats: Formats;
  /** Names of colleagues, and of whomever else a change names, by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Own fields by key, for what their choices are called. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const day = /^\d{4}-\d\d-\d\d$/;
const birthday = /^--\d\d-\d\d$/;
const recordId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function sayValue(field: string, value: unknown, sayer: Sayer): string {
  const { changes } = sayer.words;
  const say = sayers[field];
  const said = say && value !== null && value !== undefined ? say(value, sayer) : sayPlain(field, value, sayer);
  return said || changes.nothing;
}

function sayPlain(field: string, value: unknown, sayer: Sayer): string {
  const { changes } = sayer.words;
  if (typeof value === 'boolean') return value ? changes.yes : changes.no;
  if (typeof value === 'number') return sayer.formats.number(value, 3);
  if (typeof value === 'string') return sayText(field, value, sayer);
  if (Array.isArray(value)) return sayer.formats.list(value.map((item) => sayPlain(field, item, sayer)));
  return typeof value === 'object' && value !== null ? sayParts(field, value, sayer) : '';
}

function sayText(field: string, text: string, { words, formats, people, choices }: Sayer): string {
  if (instant.test(text)) return formats.dateTime(text);
  if (day.test(text)) return formats.date(`${text}T12:00:00Z`);
  if (birthday.test(text)) return formats.birthday(text);
  if (recordId.test(text)) return people.get(text) ?? words.changes.other;
  return codesOf(field, words)?.[text] ?? choices.get(field)?.get(text) ?? text;
}

/** Words for what is kept by a code. */
function codesOf(field: string, { changes, relation, records }: Words): Readonly<Record<string, string>> | undefined {
  switch (field) {
    case 'channel':
      return relation.channels;
    case 'kind':
      return { ...relation.kinds, ...changes.values };
    case 'formOfAddress':
      return records.formOfAddress;
    case 'appliesTo':
      return records.fields.applies;
    case 'colour':
      return records.tags.colours;
    case 'roles':
    case 'contactWish':
    case 'owedBy':
    case 'status':
    case 'outcome':
      return changes.values;
    default:
      return undefined;
  }
}

type Say = (value: unknown, sayer: Sayer) => string;

/** What is more than a word. */
const sayers: Readonly<Record<string, Say>> = {
  typeKey: (key, { words }) =>
    words.records.links.verbs[String(key)]?.[0] ?? words.changes.nouns['relation-type'] ?? '',
  benefits: (list, { words, formats }) =>
    formats.list((list as { kind: string }[]).map(({ kind }) => words.relation.benefits[kind] ?? kind)),
  preferences: (list, { words, formats }) =>
    formats.list(
      (list as { choice: keyof Words['records']['preferences']['choices'] | null; words: string | null }[]).map(
        ({ choice, words: own }) =>
          [choice && words.records.preferences.choices[choice], own && `“${own}”`].filter(Boolean).join(': '),
      ),
    ),
  repeat: (repeat, { words }) => words.tasks.repeats((repeat as Repeat).every, (repeat as Repeat).unit),
  options: (list, { formats }) => formats.list((list as { label: string }[]).map(({ label }) => label)),
};

function sayParts(field: string, value: object, sayer: Sayer): string {
  if ('type' in value && value.type === 'doc') return plainText(value);
  if ('amountMinor' in value && 'currency' in value)
    return writeMoney({ amountMinor: Number(value.amountMinor), currency: String(value.currency) }, sayer.formats);
  if ('kind' in value && 'value' in value) {
    const label = 'label' in value && typeof value.label === 'string' ? ` (${value.label})` : '';
    return `${String(value.value)}${label}`;
  }
  return Object.entries(value)
    .filter(([name, part]) => part !== null && part !== '' && part !== false && name !== 'id')
    .map(([, part]) => sayPlain(field, part, sayer))
    .join(' ');
}

/** A note's words without its shape. */
function plainText(node: object): string {
  if ('text' in node && typeof node.text === 'string') return node.text;
  if ('attrs' in node && typeof node.attrs === 'object' && node.attrs && 'label' in node.attrs)
    return `@${String(node.attrs.label)}`;
  if (!('content' in node) || !Array.isArray(node.content)) return '';
  const isBlock = 'type' in node && node.type !== 'paragraph' && node.type !== 'heading';
  return node.content
    .map((part: object) => plainText(part))
    .filter((text) => text !== '')
    .join(isBlock ? ' ' : '');
}
