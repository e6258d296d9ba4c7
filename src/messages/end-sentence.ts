/** A sentence that ends in what somebody wrote: their full stop, question or exclamation mark is the sentence's own. */
export function endSentence(words: string, quoted: string, close: string): string {
  return `${words}${quoted}${close}${/[.!?…]$/.test(quoted) ? '' : '.'}`;
}
