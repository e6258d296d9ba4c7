import assert from 'node:assert/strict';
import { test } from 'node:test';
import { richText } from '#contract/rich-text.ts';
import { type EditorNode, hasWords, toRichText } from './to-rich-text.ts';

const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): EditorNode => ({
  type: 'text',
  text: words,
  marks,
});
const doc = (...content: EditorNode[]): EditorNode => ({ type: 'doc', content });

test('what the editor adds of its own is left out, and the contract takes the rest', () => {
  const link = { type: 'link', attrs: { href: 'https://x.nl', target: '_blank', rel: 'noopener', class: null } };
  const held = doc(
    { type: 'heading', attrs: { level: 2, textAlign: 'left' }, content: [text('Bezoek')] },
    { type: 'paragraph', content: [text('zie ', { type: 'bold' }), text('x', link, { type: 'underline' })] },
    {
      type: 'orderedList',
      attrs: { start: 3, type: null },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('een')] }] }],
    },
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] }],
    },
    { type: 'image', attrs: { src: 'x' } },
    { type: 'paragraph' },
  );
  const written = toRichText(held);
  assert.deepEqual(richText.parse(written), written);
  assert.deepEqual(
    written.content.map(({ type }) => type),
    ['heading', 'paragraph', 'orderedList', 'taskList'],
  );
  assert.deepEqual(written.content[1], {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'zie ', marks: [{ type: 'bold' }] },
      { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://x.nl' } }] },
    ],
  });
});

test('a link that leads to code loses its link and keeps its words', () => {
  const bad = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
  const { content } = toRichText(doc({ type: 'paragraph', content: [text('klik', bad)] }));
  assert.deepEqual(content, [{ type: 'paragraph', content: [{ type: 'text', text: 'klik' }] }]);
});

test('an empty editor has no words; one with a name in it has', () => {
  assert.equal(hasWords(doc({ type: 'paragraph' })), false);
  assert.equal(hasWords(doc({ type: 'paragraph', content: [text('  ')] })), false);
  assert.equal(
    hasWords(doc({ type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'x', label: 'Bram' } }] })),
    true,
  );
});
