/** A small IMAP server in JavaScript, for what Dovecot does not do without more parts (XOAUTH2) and where it cannot be had. */
import { createRequire } from 'node:module';
import type { Server } from 'node:net';
import { findFreePort } from './dovecot.ts';
import type { ImapServer } from './imap-server.ts';

interface Crow {
  readonly server: Server;
  readonly folderCache: Record<string, { uidvalidity: number }>;
  listen(port: number, host: string, done: () => void): void;
}
const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Crow;

export interface Hoodiecrow extends ImapServer {
  readonly name: 'hoodiecrow';
  /** The server was put back from a backup, say: all numbers in a folder mean something else now. */
  renumber(folder: string): void;
}

export async function startHoodiecrow(): Promise<Hoodiecrow> {
  const port = await findFreePort();
  const crow = hoodiecrow({
    plugins: ['SASL-IR', 'AUTH-PLAIN', 'XOAUTH2', 'IDLE', 'SPECIAL-USE', 'UIDPLUS', 'MOVE', 'UNSELECT', 'ID'],
    users: { testuser: { password: 'geheim', xoauth2: { accessToken: 'vers', sessionTimeout: 3_600_000 } } },
    storage: {
      INBOX: {},
      '': {
        separator: '/',
        folders: {
          Verzonden: { 'special-use': '\\Sent' },
          Concepten: { 'special-use': '\\Drafts' },
          Ongewenst: {},
          Prullenbak: {},
          Archief: {},
          Klanten: {},
        },
      },
    },
  });
  const sockets = new Set<{ destroy(): void }>();
  crow.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => crow.listen(port, '127.0.0.1', resolve));
  return {
    name: 'hoodiecrow',
    ...{ port, password: 'geheim' },
    renumber(folder) {
      const mailbox = crow.folderCache[folder];
      if (mailbox) mailbox.uidvalidity += 1_000;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => crow.server.close(() => resolve()));
    },
  };
}
