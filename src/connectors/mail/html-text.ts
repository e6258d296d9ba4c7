const namedEntities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  euro: '€',
  eacute: 'é',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ecirc: 'ê',
  szlig: 'ß',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  zwnj: '',
  zwj: '',
  shy: '',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  deg: '°',
  sect: '§',
  pound: '£',
};
const silentElements = new Set(['head', 'style', 'script', 'title', 'noscript', 'template', 'object', 'svg', 'select']);
const blockElements = new Set(
  'p div br tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote pre section article header footer address dd dt'.split(
    ' ',
  ),
);
/** Where mail programs start quoting: everything from here on is someone else's. */
const quoteStart =
  /\b(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|appendonsend|divrplyfwdmsg|mail-editor-reference-message-container|protonmail_quote|zmail_extra|olk_src_body_section|ms-outlook-mobile-reference-message)\b/;
const signatureStart =
  /\b(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|protonmail_signature_block|mobile-signature)\b/;
const maxHtmlLength = 400_000;

/** The words of an HTML mail in lines, without the quoted mail and without signature blocks. Linear in its length. */
export function htmlToOwnText(html: string): string {
  const source = html.slice(0, maxHtmlLength);
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      out.push(source.slice(at));
      break;
    }
    if (open > at) out.push(source.slice(at, open));
    const tag = readTag(source, open);
    at = tag.end;
    if (tag.name === '') {
      out.push('<');
    } else if (tag.isClosing) {
      if (blockElements.has(tag.name)) out.push('\n');
    } else if (silentElements.has(tag.name)) {
      at = endOfElement(source, tag.name, at);
    } else if (tag.name === 'blockquote' || signatureStart.test(tag.attributes)) {
      out.push('\n');
      at = endOfElement(source, tag.name, at);
    } else if (quoteStart.test(tag.attributes)) {
      break;
    } else if (blockElements.has(tag.name)) {
      out.push('\n');
    }
  }
  return decodeEntities(out.map((piece) => (piece === '\n' ? piece : piece.replace(/\s+/g, ' '))).join(''))
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly isClosing: boolean;
  readonly end: number;
}

function readTag(source: string, open: number): Tag {
  if (source.startsWith('<!--', open)) {
    const close = source.indexOf('-->', open + 4);
    return { name: '!--', attributes: '', isClosing: false, end: close < 0 ? source.length : close + 3 };
  }
  const head = /^<(\/?)([a-z!?][a-z0-9:]*)/i.exec(source.slice(open, open + 40));
  if (!head) return { name: '', attributes: '', isClosing: false, end: open + 1 };
  const close = source.indexOf('>', open);
  const end = close < 0 ? source.length : close + 1;
  const attributes = source.slice(open + head[0].length, Math.min(end, open + 2_000)).toLowerCase();
  return { name: (head[2] ?? '').toLowerCase(), attributes, isClosing: head[1] === '/', end };
}

/** After the closing tag that belongs to an element opened just before `from`; the end of the text when it never closes. */
function endOfElement(source: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}\\b`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (let found = tags.exec(source); found; found = tags.exec(source)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth > 0) continue;
    const close = source.indexOf('>', found.index);
    return close < 0 ? source.length : close + 1;
  }
  return source.length;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
