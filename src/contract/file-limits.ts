/** What a file may weigh. The browser reads this too: no Zod. */
export const fileMaxBytes = 50 * 1024 * 1024;
