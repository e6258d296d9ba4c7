/** Rich text as a mail carries it: twice, as plain text and as simple HTML in which everything that was written is escaped. */
import type { RichBlock, RichInline, RichMark, RichText } from '#contract/rich-text.ts';

export function mailHtmlOf(parts: { body: RichText; signature: RichText | null; quoted: Quoted | null }): string {
  const { body, signature, quoted } = parts;
  const style = 'font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45';
  return [
    `<!doctype html><html><body><div style="${style}">`,
    body.content.map(blockHtml).join(''),
    signature === null ? '' : `<div>${signature.content.map(blockHtml).join('')}</div>`,
    quoted === null ? '' : `<p>${escapeHtml(quoted.lead)}</p>${quoteHtml(quoted.text)}`,
    '</div></body></html>',
  ].join('');
}

export function mailTextOf(parts: { body: RichText; signature: RichText | null; quoted: Quoted | null }): string {
  const { body, signature, quoted } = parts;
  return [
    blocksText(body.content),
    // The line that mail programs know a signature by.
    ...(signature === null ? [] : [`-- \n${blocksText(signature.content)}`]),
    ...(quoted === null ? [] : [`${quoted.lead}\n${quoted.text.replaceAll(/^/gm, '> ')}`]),
  ].join('\n\n');
}

/** What is answered, below the answer. */
export interface Quoted {
  readonly lead: string;
  readonly text: string;
}

function quoteHtml(text: string): string {
  const style = 'margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex;color:#555';
  return `<blockquote style="${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</blockquote>`;
}

function blockHtml(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return `<p style="margin:0 0 .8em">${(block.content ?? []).map(inlineHtml).join('') || '&nbsp;'}</p>`;
    case 'heading':
      return `<h${block.attrs.level}>${(block.content ?? []).map(inlineHtml).join('')}</h${block.attrs.level}>`;
    case 'codeBlock':
      return `<pre>${(block.content ?? []).map(inlineHtml).join('')}</pre>`;
    case 'blockquote':
      return `<blockquote>${block.content.map(blockHtml).join('')}</blockquote>`;
    case 'taskList':
      return `<ul>${block.content.map(({ attrs, content }) => `<li>${attrs.checked ? '☑' : '☐'} ${content.map(blockHtml).join('')}</li>`).join('')}</ul>`;
    default: {
      const tag = block.type === 'bulletList' ? 'ul' : 'ol';
      return `<${tag}>${block.content.map(({ content }) => `<li>${content.map(blockHtml).join('')}</li>`).join('')}</${tag}>`;
    }
  }
}

function inlineHtml(part: RichInline): string {
  if (part.type === 'hardBreak') return '<br>';
  if (part.type === 'mention') return escapeHtml(part.attrs.label);
  return (part.marks ?? []).reduce(markHtml, escapeHtml(part.text));
}

const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

function markHtml(inside: string, mark: RichMark): string {
  if (mark.type === 'link') return `<a href="${escapeHtml(mark.attrs.href)}">${inside}</a>`;
  return `<${tags[mark.type]}>${inside}</${tags[mark.type]}>`;
}

function blocksText(blocks: readonly RichBlock[]): string {
  return blocks.map(blockText).join('\n\n').trim();
}

function blockText(block: RichBlock): string {
  switch (block.type) {
    case 'blockquote':
      return blocksText(block.content).replaceAll(/^/gm, '> ');
    case 'taskList':
      return block.content
        .map(({ attrs, content }) => `[${attrs.checked ? 'x' : ' '}] ${blocksText(content)}`)
        .join('\n');
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return (block.content ?? []).map(inlineText).join('');
    default: {
      const sign = (at: number) => (block.type === 'bulletList' ? '-' : `${at + 1}.`);
      return block.content.map(({ content }, at) => `${sign(at)} ${blocksText(content)}`).join('\n');
    }
  }
}

function inlineText(part: RichInline): string {
  if (part.type === 'hardBreak') return '\n';
  if (part.type === 'mention') return part.attrs.label;
  const link = part.marks?.find((mark) => mark.type === 'link');
  const address = link?.attrs.href.replace(/^mailto:/, '');
  return address === undefined || address === part.text ? part.text : `${part.text} (${address})`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
