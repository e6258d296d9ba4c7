/** The same document with other words. */
import type { RichText } from '#contract/rich-text.ts';

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Node[] | undefined;
}

export function mapWords(body: RichText, change: (words: string) => string): RichText {
  return mapNode(body as unknown as Node, change) as unknown as RichText;
}

function mapNode(node: Node, change: (words: string) => string): Node {
  const text = node.text === undefined ? {} : { text: change(node.text) };
  // A word that became nothing is no word: the contract knows no empty one.
  const content = node.content?.map((part) => mapNode(part, change)).filter((part) => part.text !== '');
  return { ...node, ...text, ...(content === undefined ? {} : { content }) };
}
