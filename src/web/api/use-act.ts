/** A write: says when it worked, words what went wrong, freshens what it touched. */
import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../ui/words.tsx';
import { describeFailure } from './failure.ts';

interface Act<I, O> {
  readonly run: (input: I) => Promise<O>;
  /** Beginnings of the names of what it changes. */
  readonly touches?: readonly QueryKey[];
  readonly onDone?: (output: O, input: I) => void;
  /** Undoes what was shown too early. */
  readonly onFailed?: (input: I) => void;
  /** True where the form itself shows what went wrong. */
  readonly isQuiet?: boolean;
  /** Acts of one line go out one after the other: an answer and its undoing never overtake each other. */
  readonly line?: string;
}

export function useAct<I = void, O = unknown>(act: Act<I, O>) {
  const { run, touches = [], onDone, onFailed, isQuiet = false, line } = act;
  const words = useWords();
  const cache = useQueryClient();
  return useMutation<O, unknown, I>({
    mutationFn: run,
    // Without a connection an act says so, or waits in the outbox; it never hangs in silence.
    networkMode: 'always',
    ...(line !== undefined && { scope: { id: line } }),
    onSuccess: (output, input) => {
      for (const queryKey of touches) void cache.invalidateQueries({ queryKey });
      onDone?.(output, input);
    },
    onError: (error, input) => {
      onFailed?.(input);
      if (isQuiet) return;
      const { sentence, requestId } = describeFailure(error, words);
      const message = requestId ? `${sentence} ${words.errors.requestId(requestId)}` : sentence;
      notifications.show({ color: 'red', title: words.errors.title, message, autoClose: 9000 });
    },
  });
}
