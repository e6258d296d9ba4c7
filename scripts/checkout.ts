import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const checkout = fileURLToPath(new URL('../', import.meta.url));
