/** Takes a feed apart in a process of its own: within 10 s and 256 MB, or it was no feed. */
import { forkLimited } from '../parsing/fork-limited.ts';
import type { Feed, FeedAnswer, FeedTask } from './feed-protocol.ts';

const mostMs = 10_000;
const mostMb = 256;

/** Null: no feed. */
export function parseFeedApart(text: string, signal: AbortSignal): Promise<Feed | null> {
  const child = forkLimited(new URL('./feed-child.ts', import.meta.url), mostMb);
  const stop = AbortSignal.any([signal, AbortSignal.timeout(mostMs)]);
  const { promise, resolve, reject } = Promise.withResolvers<Feed | null>();
  const onStop = () => (signal.aborted ? reject(signal.reason) : resolve(null));
  stop.addEventListener('abort', onStop, { once: true });
  if (stop.aborted) onStop();
  child.once('message', (answer) => resolve(answer as FeedAnswer));
  child.once('error', () => resolve(null));
  child.once('exit', () => resolve(null));
  child.send({ text } satisfies FeedTask, () => undefined);
  return promise.finally(() => {
    stop.removeEventListener('abort', onStop);
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  });
}
