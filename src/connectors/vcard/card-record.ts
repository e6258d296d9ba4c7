import type { ParseContext, ParseOutcome } from '../parsing/parse-protocol.ts';

export function readCard(_raw: Uint8Array, _context: ParseContext): ParseOutcome {
  return { type: 'failed', problem: 'card-unreadable' };
}
