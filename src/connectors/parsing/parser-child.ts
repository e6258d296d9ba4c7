import { readMail } from '../mail/mail-record.ts';
import { readCard } from '../vcard/card-record.ts';
import type { ParseContext, ParseItem, ParseJob, ParseOutcome, ParserMessage } from './parse-protocol.ts';

/** The process in which strangers' input is parsed. It has nothing to lose: the pool kills and restarts it. */
let queue: Promise<void> = Promise.resolve();

process.on('message', (job: ParseJob) => {
  queue = queue.then(() => runJob(job));
});
process.on('disconnect', () => process.exit(0));
tell({ type: 'ready' });

async function runJob({ items, context }: ParseJob): Promise<void> {
  for (const item of items) tell({ type: 'done', outcome: await parseItem(item, context) });
}

async function parseItem(item: ParseItem, context: ParseContext): Promise<ParseOutcome> {
  return item.type === 'mail' ? readMail(item.raw, item.hints, context) : readCard(item.raw, context);
}

function tell(message: ParserMessage): void {
  process.send?.(message);
}
