/** Mail: lezen, schrijven, wat ervan werd. */
import type { mail as en } from '../en/mail.ts';

export const mail: typeof en = {
  quoted: ({ when, who }) => `Op ${when} schreef ${who}:`,
};
