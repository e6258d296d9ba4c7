/** Stands between reader and server and cuts the line after so many bytes of the server's. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** From the next connection on; null: nothing is cut. */
  cutAfter(bytes: number | null): void;
  /** What the server said over all connections so far. */
  readonly bytes: number;
  /** Talk of its own in the server's place ('': it hangs up at once); null: the server's. */
  answerWith(text: string | null): void;
  /** Nothing comes through any more, and nobody is told. */
  stall(isStalled: boolean): void;
  stop(): Promise<void>;
}

export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  let limit: number | null = null;
  let own: string | null = null;
  let isStalled = false;
  let bytes = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    open.add(near);
    near.on('error', () => undefined);
    near.once('close', () => open.delete(near));
    if (own !== null) {
      if (own === '') near.end();
      else near.write(own);
      return;
    }
    if (isStalled) return;
    const far = connect(target, '127.0.0.1');
    open.add(far);
    far.on('error', () => near.destroy());
    far.once('close', () => {
      open.delete(far);
      near.destroy();
    });
    near.once('close', () => far.destroy());
    near.on('data', (data) => far.write(data));
    let left = limit;
    far.on('data', (data) => {
      bytes += data.byteLength;
      if (left === null) {
        near.write(data);
        return;
      }
      near.write(data.subarray(0, left));
      left -= data.byteLength;
      if (left > 0) return;
      near.destroySoon();
      far.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (after) => {
      limit = after;
    },
    get bytes() {
      return bytes;
    },
    answerWith: (text) => {
      own = text;
    },
    stall: (stalled) => {
      isStalled = stalled;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
