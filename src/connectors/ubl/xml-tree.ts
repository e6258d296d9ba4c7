/** XML of strangers as a plain tree: no entities of their own, no document types, nothing fetched. Runs in the child process. */
import { XMLParser } from 'fast-xml-parser';

export type XmlNode = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  trimValues: true,
});

export class XmlProblem extends Error {}

export function parseXml(raw: Uint8Array): XmlNode {
  const text = decode(raw);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new XmlProblem('ubl-with-doctype');
  try {
    return parser.parse(text, true) as XmlNode;
  } catch {
    throw new XmlProblem('ubl-unreadable');
  }
}

function decode(raw: Uint8Array): string {
  const head = Buffer.from(raw.subarray(0, 200)).toString('latin1');
  const wide = raw[0] === 0xff && raw[1] === 0xfe ? 'utf-16le' : raw[0] === 0xfe && raw[1] === 0xff ? 'utf-16be' : null;
  const declared = /<\?xml[^>]*encoding=["'](iso-8859-1|iso-8859-15|windows-1252)["']/i.exec(head)?.[1];
  return new TextDecoder(wide ?? declared ?? 'utf-8').decode(raw);
}

/** All nodes at the end of a path; one and many are written alike. */
export function nodesAt(node: unknown, ...path: readonly string[]): unknown[] {
  let found: unknown[] = [node];
  for (const name of path) {
    found = found.flatMap((one) => {
      if (typeof one !== 'object' || one === null || !Object.hasOwn(one, name)) return [];
      const inner = (one as XmlNode)[name];
      return Array.isArray(inner) ? inner : [inner];
    });
  }
  return found;
}

/** The words of the first node there that has any. */
export function textAt(node: unknown, ...path: readonly string[]): string | null {
  for (const found of nodesAt(node, ...path)) {
    const text = textOf(found);
    if (text !== '') return text;
  }
  return null;
}

export function textOf(node: unknown): string {
  const inner = typeof node === 'object' && node !== null ? (node as XmlNode)['#'] : node;
  return typeof inner === 'string' ? decodeEntities(inner).trim() : '';
}

export function attributeOf(node: unknown, name: string): string | null {
  const value = typeof node === 'object' && node !== null ? (node as XmlNode)[`@${name}`] : null;
  return typeof value === 'string' ? value : null;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five that XML itself has, and characters by number. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
}
