/** From open to closed. */
export const sharingLevels = ['all', 'subject', 'when', 'nothing'] as const;

/** For where the words stand by themselves. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
