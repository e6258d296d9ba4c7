/** The one shape of an error on the wire, and every code there is. messages/ words them. */
import { z } from 'zod';
import { errorCodes } from './error-codes.ts';

export type { ErrorCode } from './error-codes.ts';

/** Where in the input, and what: codes with numbers, in the reader's language on the screen. */
export const problem = z.object({ path: z.string(), code: z.string(), message: z.string() });

export const errorBody = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  problems: z.array(problem).default([]),
  requestId: z.string().nullable().default(null),
  /** On 412: the row as it is now. */
  current: z.record(z.string(), z.unknown()).nullable().default(null),
});
export type ErrorBody = z.infer<typeof errorBody>;
