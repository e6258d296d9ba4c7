/** A firm whose mailboxes are on a server of the test, behind a line that can be cut. */
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { createConnection } from '#services/connections/create-connection.ts';
import { asReader, type Reader } from '#services/connections/reader.ts';
import { runConnection } from '#services/connections/run-connection.ts';
import type { Context } from '#services/context.ts';
import { type House, testHouse } from '../house.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import type { ImapServer } from './imap-server.ts';

const still = new AbortController().signal;

export interface Stage {
  readonly house: House;
  readonly proxy: CuttingProxy;
  connect(by: Context, user?: string, isShared?: boolean): Promise<string>;
  run(connectionId: string): Promise<void>;
  stop(): Promise<void>;
}

export async function setStage(server: ImapServer, reader: Reader<'imap'>): Promise<Stage> {
  const proxy = await startCuttingProxy(server.port);
  const alsoReachable = [`127.0.0.1:${proxy.port}`];
  const outgoing = openOutgoing({ publicUrl: 'http://127.0.0.1:4321', alsoReachable });
  const house = await testHouse({ readers: [asReader(reader)], outgoing });
  return {
    house,
    proxy,
    async connect(by, user = 'testuser', isShared = false) {
      const { id } = await createConnection(by, {
        settings: {
          ...{ kind: 'imap', address: `${user}@overkant.nl`, userName: user, host: '127.0.0.1', port: proxy.port },
          ...{ security: 'none', signIn: 'password', since: null, ignored: [] },
        },
        secret: { password: server.password },
        isShared,
      });
      return id;
    },
    stop: async () => {
      await proxy.stop();
      await house.drop();
    },
    run: (connectionId) => runConnection(house.system, { connectionId }, still),
  };
}
