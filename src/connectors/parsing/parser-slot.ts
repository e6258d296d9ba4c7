import type { ChildProcess } from 'node:child_process';
import { forkLimited } from './fork-limited.ts';
import type { ParseContext, ParseItem, ParseJob, ParseOutcome, ParserMessage } from './parse-protocol.ts';

export interface ParserLimits {
  readonly workers: number;
  readonly itemTimeoutMs: number;
  readonly memoryMb: number;
}

export interface Batch {
  readonly context: ParseContext;
  readonly items: readonly ParseItem[];
  readonly outcomes: ParseOutcome[];
  readonly resolve: (outcomes: ParseOutcome[]) => void;
  readonly reject: (error: Error) => void;
}

export interface SlotInput {
  readonly limits: ParserLimits;
  readonly program: URL;
  readonly takeBatch: () => Batch | null;
}

export interface ParserSlot {
  /** Look for work, unless at work already. */
  wake(): void;
  /** The child is kept for the next who has work, but keeps nobody waiting who wants to end. */
  rest(): void;
  stop(): void;
}

const startTimeoutMs = 20_000;

/** One child at a time, restarted when it hangs or dies; the item it was at fails, the rest of the batch goes on. */
export function createParserSlot({ limits, program, takeBatch }: SlotInput): ParserSlot {
  let child: ChildProcess | null = null;
  let isReady = false;
  let batch: Batch | null = null;
  let timer: NodeJS.Timeout | undefined;

  const watch = (limitMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => onLost('parser-timeout'), limitMs);
  };
  const endChild = (): void => {
    clearTimeout(timer);
    child?.removeAllListeners();
    child?.on('error', () => undefined);
    child?.kill('SIGKILL');
    child = null;
  };
  const onLost = (problem: string): void => {
    const wasReady = isReady;
    endChild();
    if (!batch) return;
    if (wasReady) {
      batch.outcomes.push({ type: 'failed', problem });
      goOn();
    } else {
      batch.reject(new Error(`The parser process does not start (${problem}).`));
      batch = null;
    }
  };
  const onMessage = (message: ParserMessage): void => {
    if (message.type === 'ready') {
      isReady = true;
      sendRest();
    } else if (batch) {
      batch.outcomes.push(message.outcome);
      watch(limits.itemTimeoutMs);
      if (batch.outcomes.length === batch.items.length) goOn();
    }
  };
  const startChild = (): void => {
    isReady = false;
    child = forkLimited(program, limits.memoryMb);
    child.on('error', () => onLost('parser-crashed'));
    child.on('exit', () => onLost('parser-crashed'));
    child.on('message', onMessage);
    watch(startTimeoutMs);
  };
  const sendRest = (): void => {
    if (!batch) return;
    const job: ParseJob = { items: batch.items.slice(batch.outcomes.length), context: batch.context };
    watch(limits.itemTimeoutMs);
    child?.send(job, () => undefined);
  };
  const goOn = (): void => {
    if (batch && batch.outcomes.length === batch.items.length) {
      clearTimeout(timer);
      batch.resolve(batch.outcomes);
      batch = null;
    }
    batch ??= takeBatch();
    if (!batch) return;
    if (child) {
      child.ref();
      child.channel?.ref();
      sendRest();
    } else startChild();
  };
  return {
    wake: () => {
      if (!batch) goOn();
    },
    rest: () => {
      if (batch) return;
      child?.unref();
      child?.channel?.unref();
    },
    stop: () => {
      batch = null;
      endChild();
    },
  };
}
