/** The process in which a mail is opened to be read. It has nothing to lose: it is ended when it takes too long. */
import { readMail } from '../mail/mail-record.ts';
import type { OpenAnswer, OpenTask } from './open-protocol.ts';
import { openMail, openMailFile } from './show-mail.ts';

process.on('message', async (task: OpenTask) => {
  const answer: OpenAnswer = { result: await perform(task).catch(() => null) };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));

async function perform(task: OpenTask): Promise<unknown> {
  if (task.type === 'open') return openMail(task.raw, task);
  if (task.type === 'file') return openMailFile(task.raw, task.at);
  const { raw, ownAddresses, nowMs } = task;
  const hints = { envelopeMs: null, isDraft: false, isInSpamFolder: false };
  const outcome = await readMail(raw, hints, { ownAddresses, nowMs });
  return outcome.type === 'interaction' ? { record: outcome.record, facts: outcome.facts } : null;
}
