/** What follows on a promise of ours that was kept: a mail one may send, never one that goes by itself. */
export const promises = {
  kept: (text: string) => `Kept: ${text}`,
  lead: 'Do they know? A draft stands ready; it goes only when you send it.',
  write: 'Write that it is done',
  notNeeded: 'Not needed',
  subject: 'As promised',
  greeting: (name: string) => `Hello ${name},`,
  done: 'As promised: it is done.',
  doneLate: 'As promised, though later than we said: it is done.',
  what: (text: string) => `It was about this: ${text}`,
};
