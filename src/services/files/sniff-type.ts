/** What a file is by its first bytes. Its name only tells apart what looks alike from within (the kinds of Office file). */

interface Mark {
  readonly type: string;
  readonly bytes: readonly number[];
  readonly at?: number;
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const marks: readonly Mark[] = [
  { type: 'application/pdf', bytes: ascii('%PDF-') },
  { type: 'image/png', bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: ascii('GIF8') },
  { type: 'image/webp', bytes: ascii('WEBP'), at: 8 },
  { type: 'image/heic', bytes: ascii('ftypheic'), at: 4 },
  { type: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'audio/mpeg', bytes: ascii('ID3') },
  { type: 'audio/wav', bytes: ascii('WAVE'), at: 8 },
  { type: 'audio/ogg', bytes: ascii('OggS') },
  { type: 'video/mp4', bytes: ascii('ftyp'), at: 4 },
  { type: 'application/gzip', bytes: [0x1f, 0x8b] },
  { type: 'application/x-7z-compressed', bytes: [...ascii('7z'), 0xbc, 0xaf] },
  { type: 'application/vnd.ms-office', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { type: 'application/rtf', bytes: ascii('{\\rtf') },
  { type: 'application/zip', bytes: [...ascii('PK'), 3, 4] },
];

const office = 'application/vnd.openxmlformats-officedocument';
const zipped: Readonly<Record<string, string>> = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
};
const written: Readonly<Record<string, string>> = { csv: 'text/csv', md: 'text/markdown', ics: 'text/calendar' };

/** A browser would run what is in these: they are bytes like any other, whatever they call themselves. */
const active = /<\s*(!doctype|html|svg|script|body|iframe|\?xml|x:)/i;

export const unknownType = 'application/octet-stream';

export function sniffType(head: Buffer, name: string): string {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const mark = marks.find(({ bytes, at = 0 }) => bytes.every((byte, place) => head[at + place] === byte));
  if (mark?.type === 'application/zip') return zipped[ending] ?? mark.type;
  if (mark) return mark.type;
  const text = readText(head);
  if (text === null || active.test(text.slice(0, 1024))) return unknownType;
  return written[ending] ?? 'text/plain';
}

/** Null for what is no text. A letter may be cut in two where the head ends. */
function readText(head: Buffer): string | null {
  if (head.length === 0 || head.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}
