/** A value as it was or became, in the reader's words, whatever field it stood in. */
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';

export interface Sayer {
  readonly words: Words;
  readonly formats: Formats;
  /** Names of colleagues by id. */
  readonly people: ReadonlyMap<string, string>;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const day = /^\d{4}-\d\d-\d\d$/;
const recordId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function sayValue(value: unknown, sayer: Sayer): string {
  const { changes } = sayer.words;
  if (typeof value === 'boolean') return value ? changes.yes : changes.no;
  if (typeof value === 'number') return sayer.formats.number(value, 3);
  if (typeof value === 'string') return sayText(value, sayer) || changes.nothing;
  if (Array.isArray(value)) return sayer.formats.list(value.map((item) => sayValue(item, sayer))) || changes.nothing;
  if (typeof value === 'object' && value !== null) return sayParts(value, sayer) || changes.nothing;
  return changes.nothing;
}

function sayText(text: string, { words, formats, people }: Sayer): string {
  if (instant.test(text)) return formats.dateTime(text);
  if (day.test(text)) return formats.date(`${text}T12:00:00Z`);
  if (recordId.test(text)) return people.get(text) ?? words.changes.other;
  return words.changes.values[text] ?? text;
}

function sayParts(value: object, sayer: Sayer): string {
  if ('type' in value && value.type === 'doc') return plainText(value);
  if ('kind' in value && 'value' in value) {
    const label = 'label' in value && typeof value.label === 'string' ? ` (${value.label})` : '';
    return `${String(value.value)}${label}`;
  }
  return Object.entries(value)
    .filter(([name, part]) => part !== null && part !== '' && part !== false && name !== 'id')
    .map(([, part]) => sayValue(part, sayer))
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
