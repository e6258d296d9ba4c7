/** What is captured goes out by the outbox: at once, or when there is a connection again; never twice. */
import type { CaptureInput } from '#contract/captures.ts';
import { submitThroughOutbox } from '../../api/outbox.ts';

export interface Submitted {
  /** To undo all of it; null while it waits for a connection. */
  readonly changeId: string | null;
  /** What they thought of stands among the ideas as well. */
  readonly isIdea: boolean;
}

export async function submitCapture(input: CaptureInput, about: string): Promise<Submitted> {
  const answer = await submitThroughOutbox({ input, about });
  return { changeId: answer?.changeId ?? null, isIdea: (answer?.ideaId ?? null) !== null };
}
