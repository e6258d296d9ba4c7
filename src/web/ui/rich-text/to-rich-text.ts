/** What the editor holds, as the contract takes it: everything it does not name is left out. */
import type { RichBlock, RichInline, RichMark, RichText } from '#contract/rich-text.ts';

interface EditorMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | null;
}

/** As the editor's getJSON gives it. */
export interface EditorNode {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | null | undefined;
  readonly marks?: readonly EditorMark[] | undefined;
  readonly content?: readonly EditorNode[] | undefined;
}

export function toRichText(document: EditorNode): RichText {
  const content = trimEnd((document.content ?? []).flatMap(toBlock));
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

export function hasWords(node: EditorNode): boolean {
  if (node.type === 'mention' || (node.text ?? '').trim() !== '') return true;
  return (node.content ?? []).some(hasWords);
}

function toBlock(node: EditorNode): RichBlock[] {
  const inside = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', ...inlineOf(inside) }];
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.attrs?.level === 3 ? 3 : 2 }, ...inlineOf(inside) }];
    case 'codeBlock':
      return [{ type: 'codeBlock', ...inlineOf(inside, true) }];
    case 'bulletList':
    case 'orderedList':
      return [{ type: node.type, content: inside.map((item) => ({ type: 'listItem', content: blocksOf(item) })) }];
    case 'taskList':
      return [
        {
          type: 'taskList',
          content: inside.map((item) => ({
            type: 'taskItem',
            attrs: { checked: item.attrs?.checked === true },
            content: blocksOf(item),
          })),
        },
      ];
    case 'blockquote':
      return [{ type: 'blockquote', content: blocksOf(node) }];
    default:
      return [];
  }
}

function blocksOf(node: EditorNode): RichBlock[] {
  const blocks = (node.content ?? []).flatMap(toBlock);
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

function inlineOf(nodes: readonly EditorNode[], isCode = false): { content?: RichInline[] } {
  const content = nodes.flatMap((node) => toInline(node, isCode));
  return content.length > 0 ? { content } : {};
}

function toInline(node: EditorNode, isCode: boolean): RichInline[] {
  if (node.type === 'hardBreak') return isCode ? [{ type: 'text', text: '\n' }] : [{ type: 'hardBreak' }];
  if (node.type === 'mention') {
    return [{ type: 'mention', attrs: { id: String(node.attrs?.id), label: String(node.attrs?.label ?? '') } }];
  }
  if (node.type !== 'text' || !node.text) return [];
  const marks = isCode ? [] : (node.marks ?? []).flatMap(toMark);
  return [{ type: 'text', text: node.text, ...(marks.length > 0 && { marks }) }];
}

function toMark({ type, attrs }: EditorMark): RichMark[] {
  if (type === 'bold' || type === 'italic' || type === 'strike' || type === 'code') return [{ type }];
  const href = String(attrs?.href ?? '');
  return type === 'link' && isSafeLink(href) ? [{ type: 'link', attrs: { href } }] : [];
}

export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(href);
}

/** The empty lines one leaves at the end are not part of what one wrote. */
function trimEnd(blocks: readonly RichBlock[]): RichBlock[] {
  const last = blocks.findLastIndex((block) => block.type !== 'paragraph' || (block.content?.length ?? 0) > 0);
  return blocks.slice(0, last + 1);
}
