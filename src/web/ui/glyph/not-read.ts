/** For text that is part of a drawing: the drawing's sentence says it already. */
export const notRead = { 'aria-hidden': true } as const;
