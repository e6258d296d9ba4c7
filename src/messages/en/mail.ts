/** Mail: reading it, writing it, what becomes of it. */
export const mail = {
  quoted: ({ when, who }: { when: string; who: string }) => `On ${when} ${who} wrote:`,
};
