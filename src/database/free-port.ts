import { createHash } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which systems hand out ports for outgoing connections, so that a restart finds it free. */
const firstPort = 15_433;
const portCount = 8_000;

/** The same folder gets the same port as long as nobody else took it. */
export async function findFreePort(folder: string): Promise<number> {
  const start = createHash('sha256').update(folder).digest().readUInt32BE(0) % portCount;
  for (let step = 0; step < 200; step += 1) {
    const port = firstPort + ((start + step) % portCount);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port for the database between ${firstPort} and ${firstPort + portCount}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
