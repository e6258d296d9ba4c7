/** Whatever is read again and again, one reader a kind. */
import type { Reader } from '#services/connections/reader.ts';

export const readers: readonly Reader[] = [];
