import { forkLimited } from '../parsing/fork-limited.ts';
import type { PstMail, PstMessage, PstStart } from './pst-protocol.ts';

export interface PstReading {
  readonly totalItems: number;
  readonly mails: readonly PstMail[];
}

const itemTimeoutMs = 10_000;
const openTimeoutMs = 60_000;
const memoryMb = 256;

type Heard = PstMessage | { readonly type: 'lost'; readonly problem: string };

/** Reads an Outlook file in a process of its own; an item that hangs or kills it fails, the rest goes on in a new one. */
export async function* readPst({ path, skipItems }: PstStart, signal: AbortSignal): AsyncIterable<PstReading> {
  let done = skipItems;
  let totalItems = 0;
  for (;;) {
    const child = listen(path, done, signal);
    let at = done;
    let hasOpened = false;
    try {
      for (;;) {
        const heard = await child.next(hasOpened ? itemTimeoutMs : openTimeoutMs);
        if (heard.type === 'opened') {
          hasOpened = true;
          totalItems = heard.totalItems;
        } else if (heard.type === 'at') {
          at = heard.item;
        } else if (heard.type === 'mails') {
          done = heard.mails.at(-1)?.item ?? done;
          yield { totalItems, mails: heard.mails };
          child.goOn();
        } else if (heard.type === 'end') {
          return;
        } else if (heard.type === 'unreadable' || at <= done) {
          yield { totalItems: Math.max(totalItems, 1), mails: [unreadableFile(done, heard)] };
          return;
        } else {
          break;
        }
      }
    } finally {
      child.stop();
    }
    // Items between the last batch and the culprit were read but not sent: they are read once more, up to it.
    yield* rereadUpTo({ path, done, culprit: at, totalItems, signal });
    done = at;
  }
}

interface Reread {
  readonly path: string;
  readonly done: number;
  readonly culprit: number;
  readonly totalItems: number;
  readonly signal: AbortSignal;
}

async function* rereadUpTo({ path, done, culprit, totalItems, signal }: Reread): AsyncIterable<PstReading> {
  const failed: PstMail = {
    item: culprit,
    folder: [],
    raw: Buffer.alloc(0),
    isUnsent: false,
    problem: 'pst-item-unreadable',
  };
  if (culprit > done + 1) {
    const child = listen(path, done, signal, culprit - 1);
    try {
      for (;;) {
        const heard = await child.next(openTimeoutMs);
        if (heard.type === 'mails') {
          yield { totalItems, mails: heard.mails };
          child.goOn();
        } else if (heard.type === 'end' || heard.type === 'lost' || heard.type === 'unreadable') {
          break;
        }
      }
    } finally {
      child.stop();
    }
  }
  yield { totalItems, mails: [failed] };
}

function unreadableFile(done: number, heard: Heard): PstMail {
  const detail = heard.type === 'unreadable' ? `: ${heard.detail.slice(0, 200)}` : '';
  return { item: done + 1, folder: [], raw: Buffer.alloc(0), isUnsent: false, problem: `pst-unreadable${detail}` };
}

interface Listener {
  next(limitMs: number): Promise<Heard>;
  goOn(): void;
  stop(): void;
}

function listen(path: string, skipItems: number, signal: AbortSignal, untilItem?: number): Listener {
  const child = forkLimited(new URL('./pst-child.ts', import.meta.url), memoryMb);
  const heard: Heard[] = [];
  let wake: () => void = () => undefined;
  const hear = (message: Heard): void => {
    heard.push(message);
    wake();
  };
  const onAbort = (): void => wake();
  child.on('message', hear);
  child.on('exit', () => hear({ type: 'lost', problem: 'exit' }));
  child.on('error', () => hear({ type: 'lost', problem: 'error' }));
  signal.addEventListener('abort', onAbort, { once: true });
  const start: PstStart = untilItem === undefined ? { path, skipItems } : { path, skipItems, untilItem };
  child.send(start, () => undefined);
  return {
    next: async (limitMs) => {
      if (heard.length === 0) await waitFor((resolve) => (wake = resolve), limitMs, signal);
      signal.throwIfAborted();
      return heard.shift() ?? { type: 'lost', problem: 'timeout' };
    },
    goOn: () => {
      child.send('go on', () => undefined);
    },
    stop: () => {
      signal.removeEventListener('abort', onAbort);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
    },
  };
}

async function waitFor(register: (resolve: () => void) => void, limitMs: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  register(resolve);
  if (signal.aborted) resolve();
  await promise;
  clearTimeout(timer);
}
