/** Opens mails one after the other in a process with limits, which stays for a while because a reader opens several. */
import type { ChildProcess } from 'node:child_process';
import type { MailOpener } from '#services/mailroom/mail-opener.ts';
import { forkLimited } from '../parsing/fork-limited.ts';
import type { OpenAnswer, OpenTask } from './open-protocol.ts';

/** A process that must start first is given the time for it: a busy machine needs several seconds. */
const limits = { startMs: 20_000, taskMs: 10_000, idleMs: 30_000, memoryMb: 256 };

export function createMailOpener(): MailOpener {
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const end = () => {
    child?.kill('SIGKILL');
    child = null;
  };
  const start = (): ChildProcess => {
    const made = forkLimited(new URL('./open-child.ts', import.meta.url), limits.memoryMb);
    // Waiting for nothing, it keeps nobody's process open.
    made.unref();
    made.channel?.unref();
    made.on('error', () => undefined);
    made.once('exit', () => {
      if (child === made) child = null;
    });
    return made;
  };
  const perform = (task: OpenTask): Promise<unknown> =>
    new Promise((resolve) => {
      clearTimeout(idle);
      const withinMs = limits.taskMs + (child === null ? limits.startMs : 0);
      child ??= start();
      const at = child;
      const settle = (result: unknown) => {
        clearTimeout(late);
        at.off('message', onAnswer).off('exit', onLost).off('error', onLost);
        idle = setTimeout(end, limits.idleMs);
        idle.unref();
        resolve(result);
      };
      const onAnswer = ({ result }: OpenAnswer) => settle(result);
      const onLost = () => settle(null);
      const late = setTimeout(() => {
        end();
        settle(null);
      }, withinMs);
      at.on('message', onAnswer).on('exit', onLost).on('error', onLost);
      at.send(task, () => undefined);
    });
  const ask = <Result>(task: OpenTask): Promise<Result | null> => {
    const next = last.then(() => perform(task));
    last = next;
    return next as Promise<Result | null>;
  };
  return {
    open: (raw, { withRemote }) => ask({ type: 'open', raw, withRemote }),
    openFile: (raw, at) => ask({ type: 'file', raw, at }),
    read: (raw, { ownAddresses, nowMs }) => ask({ type: 'read', raw, ownAddresses, nowMs }),
  };
}
