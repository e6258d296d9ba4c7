import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 4_000;

/** A Hecht that was killed or stopped a moment ago may still be closing its door; one that runs keeps it. */
export async function waitForPort(address: { host: string; port: number }): Promise<void> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 200) {
    if (!(await isTaken(address))) return;
    await pause(200);
  }
}

function isTaken({ host, port }: { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // Any other problem is told by the listening itself.
    probe.once('error', (problem: NodeJS.ErrnoException) => resolve(problem.code === 'EADDRINUSE'));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(false)));
  });
}
