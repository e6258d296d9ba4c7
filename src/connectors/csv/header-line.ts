import { plainHead } from '../file-head.ts';

/** The header as recognising sees it: the first filled line of the head, past a byte order mark and Excel's "sep=;". */
export function readHeaderLine(head: string): string {
  const lines = plainHead(head).split(/\r\n|\n|\r/, 20);
  return lines.find((line) => line.trim() !== '' && !/^sep=.\s*$/i.test(line)) ?? '';
}
