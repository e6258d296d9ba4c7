import { decodeWords } from 'postal-mime';

/** Gmail's labels of a mail: encoded words, separated by commas, quoted where they hold one. */
export function decodeLabels(header: string): string[] {
  return (decodeWords(header.slice(0, 4_000)).match(/"[^"]*"|[^,]+/g) ?? [])
    .map((label) => label.replace(/^\s*"|"\s*$/g, '').trim())
    .filter((label) => label !== '');
}
