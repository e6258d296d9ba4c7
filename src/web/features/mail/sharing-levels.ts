/** From open to closed. */
export const sharingLevels = ['all', 'subject', 'when', 'nothing'] as const;
