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
  switch (item.type) {
    case 'mail':
      return readMail(item.raw, item.hints, context);
    case 'card':
      return readCard(item.raw, context);
    case 'dropped':
      return {
        type: 'dropped',
        outcome: await (await import('../drop/read-drop.ts')).readDrop(item.raw, item.hints),
      };
    case 'ubl':
      return (await import('../ubl/read-ubl.ts')).readUbl(item.raw);
    default:
      return parseCalendar(item);
  }
}

/** Fetched when first needed: most of what is parsed is mail. */
async function parseCalendar(item: Extract<ParseItem, { type: 'calendar' | 'calendar-edit' }>): Promise<ParseOutcome> {
  try {
    if (item.type === 'calendar') {
      const { readCalendar } = await import('../ical/read-calendar.ts');
      return { type: 'calendar', objects: readCalendar(item.raw, item.hints) };
    }
    const { writeCalendar } = await import('../ical/write-calendar.ts');
    return { type: 'calendar-text', text: writeCalendar(item.raw, item.edit) };
  } catch {
    return { type: 'failed', problem: 'calendar-malformed' };
  }
}

function tell(message: ParserMessage): void {
  process.send?.(message);
}
