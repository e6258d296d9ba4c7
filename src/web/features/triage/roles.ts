/** In the order of the keys 1 to 6. */
export const roles = ['customer', 'supplier', 'partner', 'colleague', 'private', 'ignore'] as const;
export type Role = (typeof roles)[number];
