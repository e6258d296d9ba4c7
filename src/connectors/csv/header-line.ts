/** The header as recognising sees it: the first filled line of the head, past a byte order mark and Excel's "sep=;". */
export function readHeaderLine(head: string): string {
  const text = head.replaceAll('\u0000', '');
  const lines = text.replace(/^(?:\ufeff|\ufffe|ÿþ|þÿ|ï»¿|\ufffd\ufffd)/, '').split(/\r\n|\n|\r/, 20);
  return lines.find((line) => line.trim() !== '' && !/^sep=.\s*$/i.test(line)) ?? '';
}
