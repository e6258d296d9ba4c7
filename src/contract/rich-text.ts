/** Text with structure, as a strict document: what is not named here does not come in, and HTML never does. */
import { z } from 'zod';
import { id, line, text } from './values.ts';

export const richTextLimits = { characters: 20_000, nodes: 4_000, depth: 6, mentions: 50 } as const;

/** Addresses a reader may safely follow. */
const href = text(2_000).regex(/^(https?:\/\/|mailto:)[^\s<>"]+$/i, 'link-not-safe');

export type RichMark =
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export type RichInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly RichMark[] | undefined }
  | { readonly type: 'hardBreak' }
  /** A colleague, by the user's id; the name is how it stood when it was written. */
  | { readonly type: 'mention'; readonly attrs: { readonly id: string; readonly label: string } };

export type RichItem = { readonly type: 'listItem'; readonly content: readonly RichBlock[] };
export type RichTask = {
  readonly type: 'taskItem';
  readonly attrs: { readonly checked: boolean };
  readonly content: readonly RichBlock[];
};

export type RichBlock =
  | { readonly type: 'paragraph'; readonly content?: readonly RichInline[] | undefined }
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: 2 | 3 };
      readonly content?: readonly RichInline[] | undefined;
    }
  | { readonly type: 'codeBlock'; readonly content?: readonly RichInline[] | undefined }
  | { readonly type: 'bulletList' | 'orderedList'; readonly content: readonly RichItem[] }
  | { readonly type: 'taskList'; readonly content: readonly RichTask[] }
  | { readonly type: 'blockquote'; readonly content: readonly RichBlock[] };

export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichBlock[];
}

const mark: z.ZodType<RichMark> = z.union([
  z.strictObject({ type: z.enum(['bold', 'italic', 'strike', 'code']) }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
]);

const plainText = z.strictObject({ type: z.literal('text'), text: text(richTextLimits.characters).min(1) });
const inline: z.ZodType<RichInline> = z.union([
  plainText.extend({ marks: z.array(mark).max(6).optional() }),
  z.strictObject({ type: z.literal('hardBreak') }),
  z.strictObject({ type: z.literal('mention'), attrs: z.strictObject({ id, label: line(300) }) }),
]);
const words = z.array(inline).max(richTextLimits.nodes).optional();
const most = richTextLimits.nodes;

const block: z.ZodType<RichBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), content: words }),
    z.strictObject({
      type: z.literal('heading'),
      attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
      content: words,
    }),
    z.strictObject({ type: z.literal('codeBlock'), content: z.array(plainText).max(most).optional() }),
    z.strictObject({ type: z.literal('bulletList'), content: z.array(item).min(1).max(most) }),
    z.strictObject({ type: z.literal('orderedList'), content: z.array(item).min(1).max(most) }),
    z.strictObject({ type: z.literal('taskList'), content: z.array(task).min(1).max(most) }),
    z.strictObject({ type: z.literal('blockquote'), content: z.array(block).min(1).max(most) }),
  ]),
);
const item = z.strictObject({ type: z.literal('listItem'), content: z.array(block).min(1).max(most) });
const task = z.strictObject({
  type: z.literal('taskItem'),
  attrs: z.strictObject({ checked: z.boolean() }),
  content: z.array(block).min(1).max(most),
});

interface Size {
  nodes: number;
  characters: number;
  depth: number;
  mentions: number;
}

/** How much there is of it, however it is nested. */
function measure(node: unknown, size: Size, depth: number): Size {
  if (typeof node !== 'object' || node === null) return size;
  const { type, text: words, content } = node as { type?: unknown; text?: unknown; content?: unknown };
  size.nodes += 1;
  size.depth = Math.max(size.depth, depth);
  if (type === 'mention') size.mentions += 1;
  if (typeof words === 'string') size.characters += words.length;
  const nests = ['blockquote', 'listItem', 'taskItem'].includes(String(type));
  if (Array.isArray(content)) for (const part of content) measure(part, size, nests ? depth + 1 : depth);
  return size;
}

function fits(document: RichText): boolean {
  const size = measure(document, { nodes: 0, characters: 0, depth: 0, mentions: 0 }, 0);
  return (Object.keys(size) as (keyof Size)[]).every((part) => size[part] <= richTextLimits[part]);
}

export const richText: z.ZodType<RichText> = z
  .strictObject({ type: z.literal('doc'), content: z.array(block).min(1).max(most) })
  .refine(fits, 'text-too-large');
