/** A worker that sends one mail, to be killed while it does. */
import { createMailOpener } from '#connectors/mail-view/mail-opener.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import type { Context } from '#services/context.ts';
import { sendMail } from '#services/outbox/carry-mail.ts';
import { createSeals } from '#services/seals.ts';
import { openDatabase } from '#store/database.ts';

const [url = '', outboxId = '', userId = '', reachable = '', now = ''] = process.argv.slice(2);
const ports = {
  mailOpener: createMailOpener(),
  seals: createSeals('a secret for tests only, of 32 characters'),
  outgoing: openOutgoing({ publicUrl: 'http://127.0.0.1:4321', alsoReachable: [reachable] }),
} as unknown as Context['ports'];
const house: Context = {
  db: openDatabase({ url }),
  actor: { kind: 'system' },
  now: () => new Date(now),
  enqueue: async () => undefined,
  ports,
};
await sendMail(house, { outboxId, userId }, AbortSignal.timeout(60_000), () => '');
