/**
 * What strangers' HTML is left with: an allow-list of elements, attributes and styles, written anew from a tree. It is shown in
 * a frame without scripts, origin or network besides (http/mail-frame.ts); either of the two would do.
 */
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { cleanStyle } from './clean-style.ts';
import { isDeeperThan } from './html-depth.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const kept = new Set(
  `a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del dfn div dl dt em
  figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr html i img ins kbd li main mark ol p pre q s samp section small
  span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
);
/** Gone with everything in them; what is in any other unknown element stays. */
const gone = new Set(
  `applet audio base button canvas embed frame frameset head iframe input link math meta noembed noframes noscript object
  option param plaintext script select source style svg template textarea title track video xmp`.split(/\s+/),
);
const empty = new Set(['br', 'hr', 'img', 'col', 'wbr']);
const plainAttributes = new Set(
  `abbr align alt bgcolor border cellpadding cellspacing color colspan datetime dir face headers height lang nowrap reversed
  rowspan scope size span start title type valign value width`.split(/\s+/),
);
const quote =
  /\b(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|appendonsend|divRplyFwdMsg|protonmail_quote|zmail_extra)\b/i;

/** Nobody writes a mail deeper than this; what is shown of it ends at `depth`. */
const limits = { characters: 1_500_000, depth: 120, parsedDepth: 400 };

export interface CleanOptions {
  readonly withRemote: boolean;
  /** Images of the mail itself, by their Content-ID: data: addresses. */
  readonly images: ReadonlyMap<string, string>;
}

export interface Cleaned {
  readonly html: string;
  readonly hasRemote: boolean;
}

interface Writing extends CleanOptions {
  readonly out: string[];
  hasRemote: boolean;
}

/** Null: it is no page that a mail program made; its text is shown instead. */
export function cleanHtml(html: string, options: CleanOptions): Cleaned | null {
  if (isDeeperThan(html, limits.parsedDepth)) return null;
  const writing: Writing = { ...options, out: [], hasRemote: false };
  for (const child of parse(html.slice(0, limits.characters)).childNodes) write(child, writing, 0);
  return { html: writing.out.join(''), hasRemote: writing.hasRemote };
}

function write(node: Node, writing: Writing, depth: number): void {
  if (node.nodeName === '#text') {
    writing.out.push(escapeHtml((node as DefaultTreeAdapterMap['textNode']).value));
    return;
  }
  if (!('tagName' in node) || gone.has(node.tagName) || depth > limits.depth) return;
  const element = node as Element;
  const isOfHtml = element.namespaceURI === 'http://www.w3.org/1999/xhtml';
  const isShown = isOfHtml && kept.has(element.tagName) && element.tagName !== 'html' && element.tagName !== 'body';
  const isQuote = isOfHtml && isQuoted(element);
  if (isQuote) writing.out.push('<details><summary>&#8943;</summary>');
  if (isShown) writing.out.push(tagOf(element, writing));
  writeChildren(element, writing, depth);
  if (isShown && !empty.has(element.tagName)) writing.out.push(`</${element.tagName}>`);
  if (isQuote) writing.out.push('</details>');
}

/** A picture that is not shown is its description, so that nothing looks broken. */
function tagOf(element: Element, writing: Writing): string {
  if (element.tagName !== 'img') return `<${element.tagName}${attributesOf(element, writing)}>`;
  const source = imageOf(element, writing);
  if (source !== '') return `<img${attributesOf(element, writing)}${source}>`;
  const words = (attributeOf(element, 'alt') ?? '').trim().slice(0, 300);
  return words === '' ? '' : `<em>[${escapeHtml(words)}]</em>`;
}

function writeChildren(element: Element, writing: Writing, depth: number): void {
  // Outlook puts a sign before what it quotes: all that follows it is quoted.
  const sign = element.childNodes.findIndex((child) => 'tagName' in child && isSignOfQuote(child as Element));
  const [own, quoted] =
    sign < 0 ? [element.childNodes, []] : [element.childNodes.slice(0, sign), element.childNodes.slice(sign)];
  for (const child of own) write(child, writing, depth + 1);
  if (quoted.length === 0) return;
  writing.out.push('<details><summary>&#8943;</summary>');
  for (const child of quoted) write(child, writing, depth + 1);
  writing.out.push('</details>');
}

function isQuoted(element: Element): boolean {
  if (element.tagName === 'blockquote' && attributeOf(element, 'type') === 'cite') return true;
  return quote.test(attributeOf(element, 'class') ?? '') && !hasQuotedParent(element);
}

function hasQuotedParent(element: Element): boolean {
  const parent = element.parentNode;
  return parent !== null && 'tagName' in parent && quote.test(attributeOf(parent as Element, 'class') ?? '');
}

function isSignOfQuote(element: Element): boolean {
  return /^(appendonsend|divRplyFwdMsg)$/i.test((attributeOf(element, 'id') ?? '').replace(/^x_/, ''));
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function attributesOf(element: Element, writing: Writing): string {
  const parts = element.attrs.flatMap(({ name, value }) => {
    if (plainAttributes.has(name) && value.length <= 1_000) return [` ${name}="${escapeHtml(value)}"`];
    const style = name === 'style' ? cleanStyle(value) : '';
    return style === '' ? [] : [` style="${escapeHtml(style)}"`];
  });
  if (element.tagName === 'a') parts.push(linkOf(element));
  if (element.tagName === 'img') parts.push(imageOf(element, writing));
  return parts.join('');
}

/** Where it really leads stands beside it, whatever its words say. */
function linkOf(element: Element): string {
  const href = (attributeOf(element, 'href') ?? '').trim();
  if (!/^(https?:\/\/|mailto:|tel:)[^\s<>"]+$/i.test(href) || href.length > 4_000) return '';
  const shown = escapeHtml(href);
  return ` href="${shown}" title="${shown}" target="_blank" rel="noopener noreferrer nofollow"`;
}

function imageOf(element: Element, writing: Writing): string {
  const src = (attributeOf(element, 'src') ?? '').trim();
  if (/^cid:/i.test(src)) {
    const image = writing.images.get(src.slice(4).toLowerCase());
    return image === undefined ? '' : ` src="${image}"`;
  }
  if (/^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i.test(src)) return ` src="${escapeHtml(src)}"`;
  if (!/^(https?:)?\/\/[^\s<>"]+$/i.test(src)) return '';
  writing.hasRemote = true;
  if (!writing.withRemote) return '';
  return ` src="${escapeHtml(src.replace(/^(http:)?\/\//i, 'https://'))}" referrerpolicy="no-referrer"`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
