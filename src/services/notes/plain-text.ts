/** The words of a rich text alone: what search looks in, and what is shown short. */
import type { RichText } from '#contract/rich-text.ts';

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Node[] | undefined;
}

export function plainTextOf(body: RichText): string {
  return body.content.map(wordsOf).filter(Boolean).join('\n').trim();
}

/** Users who are named in it, each once. */
export function mentionsIn(body: RichText): string[] {
  return [...new Set(body.content.flatMap(mentionsOf))];
}

const lines = new Set(['bulletList', 'orderedList', 'taskList', 'blockquote', 'listItem', 'taskItem']);

function wordsOf(node: Node): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention') return `@${String(node.attrs?.label ?? '')}`;
  return (node.content ?? []).map(wordsOf).join(lines.has(node.type) ? '\n' : '');
}

function mentionsOf(node: Node): string[] {
  if (node.type === 'mention') return [String(node.attrs?.id)];
  return (node.content ?? []).flatMap(mentionsOf);
}
