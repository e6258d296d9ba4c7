import assert from 'node:assert/strict';
import { test } from 'node:test';
import { richText, richTextLimits } from './rich-text.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const words = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const link = (href: string) => ({ type: 'link', attrs: { href } });
const item = (...content: unknown[]) => ({ type: 'listItem', content });

const accepts = (value: unknown) => richText.safeParse(value).success;

test('what an editor of ours writes comes through as it is', () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  const whole = doc(
    { type: 'heading', attrs: { level: 2 }, content: [words('Bezoek')] },
    paragraph(words('Vet', { type: 'bold' }), { type: 'hardBreak' }, words('site', link('https://cafeans.nl/menu'))),
    paragraph({ type: 'mention', attrs: { id, label: 'Bram' } }, words(' mail', link('mailto:ans@cafeans.nl'))),
    { type: 'bulletList', content: [item(paragraph(words('a'))), item(paragraph(words('b')))] },
    { type: 'orderedList', content: [item(paragraph(words('1')))] },
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(words('gedaan'))] }],
    },
    { type: 'blockquote', content: [paragraph(words('citaat'))] },
    { type: 'codeBlock', content: [words('x = 1')] },
    { type: 'paragraph' },
  );
  assert.deepEqual(richText.parse(whole), whole);
});

test('nothing else comes in: no HTML, no picture, no unknown node, mark or attribute', () => {
  const refused = [
    '<p>tekst</p>',
    doc(),
    doc(words('losse tekst')),
    doc({ type: 'image', attrs: { src: 'https://x.nl/a.png' } }),
    doc({ type: 'paragraph', attrs: { style: 'color:red' }, content: [] }),
    doc({ type: 'heading', attrs: { level: 1 }, content: [] }),
    doc({ type: 'rawHtml', content: [words('<script>')] }),
    doc(paragraph(words(''))),
    doc(paragraph(words('a', { type: 'underline' }))),
    doc(paragraph({ ...words('a'), onclick: 'x' })),
    doc(paragraph(words('a', { type: 'link', attrs: { href: 'https://x.nl', target: '_top' } }))),
    doc(paragraph({ type: 'mention', attrs: { id: 'bram', label: 'Bram' } })),
    doc(paragraph(words(`nul ${String.fromCharCode(0)}`))),
    doc(paragraph(words(String.fromCharCode(0xd800)))),
  ];
  for (const value of refused) assert.equal(accepts(value), false, JSON.stringify(value));
});

test('a link leads to a page or a mail address, never to code', () => {
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    ' https://x.nl',
    '/relations',
    'vbscript:x',
  ];
  for (const href of [...bad, 'https://x.nl/ <b>', 'file:///etc/passwd']) {
    assert.equal(accepts(doc(paragraph(words('a', link(href))))), false, href);
  }
  for (const href of ['http://x.nl', 'HTTPS://X.NL/?q=1#a', 'mailto:a@b.nl']) {
    assert.ok(accepts(doc(paragraph(words('a', link(href))))), href);
  }
});

test('it ends somewhere: in depth, in words, in people named', () => {
  const nest = (depth: number): unknown =>
    depth === 0 ? paragraph(words('x')) : { type: 'blockquote', content: [nest(depth - 1)] };
  assert.ok(accepts(doc(nest(richTextLimits.depth))));
  assert.ok(!accepts(doc(nest(richTextLimits.depth + 1))));
  const long = words('x'.repeat(richTextLimits.characters));
  assert.ok(accepts(doc(paragraph(long))));
  assert.ok(!accepts(doc(paragraph(long), paragraph(words('y')))));
  const id = '0190a000-0000-7000-8000-000000000001';
  const many = Array.from({ length: richTextLimits.mentions + 1 }, () => ({
    type: 'mention',
    attrs: { id, label: 'B' },
  }));
  assert.ok(!accepts(doc(paragraph(...many))));
});
