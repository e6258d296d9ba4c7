/** All recurring work, one line each. Times of day are the firm's, by the zone in its settings. */
import type { JobName } from '#services/context.ts';
import type { ClockJobName } from './queues.ts';

interface Recurring {
  readonly job: JobName | ClockJobName;
  /** minute hour day month weekday */
  readonly cron: string;
  readonly why: string;
}

export const schedule: readonly Recurring[] = [
  { job: 'refresh-figures', cron: '* * * * *', why: 'figures that changed, or that silence changes by now' },
  { job: 'poll-connections', cron: '* * * * *', why: 'mailboxes, agendas and accounts whose time it is are read' },
  { job: 'keep-drops', cron: '* * * * *', why: 'mail at drop addresses that a killed worker left' },
  { job: 'read-deliveries', cron: '* * * * *', why: 'messages of shops and desks that a killed worker left' },
  { job: 'push-all', cron: '* * * * *', why: 'events that wait to be told to a calendar elsewhere' },
  { job: 'note-meetings', cron: '* * * * *', why: 'meetings that are over become contact' },
  { job: 'send-briefs', cron: '* * * * *', why: 'the brief of a meeting, for whom wants it mailed' },
  { job: 'resume-imports', cron: '* * * * *', why: 'an import whose worker was killed goes on' },
  { job: 'propose-parameters', cron: '41 5 1 * *', why: 'what the own log says the tenant figures should be' },
  { job: 'run-check', cron: '11 3 * * *', why: 'its own predictions held against what happened since' },
  { job: 'fit-buying', cron: '23 3 * * *', why: 'how the own customers buy, from their orders' },
  { job: 'send-due-mails', cron: '* * * * *', why: 'mail to be sent later, and mail whose sender died on the way' },
  { job: 'remind', cron: '* * * * *', why: 'tasks and promises that come due are told' },
  { job: 'remind-contacts', cron: '0 7 * * *', why: 'with whom it is time to keep in touch is told' },
  { job: 'watch-house-rules', cron: '11 * * * *', why: 'what a rule of the house waits for becomes a task' },
  { job: 'read-foundations', cron: '37 3 * * *', why: 'why they are with us, from orders with prices and with time' },
  { job: 'ask-digests', cron: '30 7 * * *', why: 'the daily mail, for whom there is something in it' },
  { job: 'sweep', cron: '17 4 * * *', why: 'forget keys after 48 h, uploads nobody used, sessions that ended' },
];
