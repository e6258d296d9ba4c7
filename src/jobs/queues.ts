/** Every kind of job, how often it is tried, and when it is given up. */
import type { JobName } from '#services/context.ts';

interface QueueRule {
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** A run that takes longer is given up and tried again. */
  readonly longestSeconds: number;
  /** A worker that is silent for so long is dead; its job goes to another. */
  readonly silentSeconds?: number;
}

/** What runs on the clock only; services do not ask for it. */
export type ClockJobName =
  | 'resume-imports'
  | 'sweep'
  | 'propose-parameters'
  | 'fit-buying'
  | 'read-foundations'
  | 'run-check'
  | 'remind'
  | 'remind-contacts'
  | 'watch-house-rules'
  | 'ask-digests'
  | 'send-due-mails'
  | 'poll-connections'
  | 'push-all'
  | 'note-meetings'
  | 'send-briefs';

const hour = 3_600;

const importRule: QueueRule = {
  // A restart of the app in the middle counts as a try.
  retryLimit: 10,
  retryDelaySeconds: 1,
  longestSeconds: 23 * hour,
  silentSeconds: 15,
};

export const queues: Readonly<Record<QueueName, QueueRule>> = {
  'refresh-figures': {
    retryLimit: 3,
    retryDelaySeconds: 5,
    longestSeconds: hour,
    silentSeconds: 60,
  },
  'rebuild-states': { retryLimit: 5, retryDelaySeconds: 10, longestSeconds: 4 * hour, silentSeconds: 60 },
  'preview-import': { ...importRule, longestSeconds: 600 },
  'run-import': importRule,
  'undo-import': importRule,
  // What goes wrong out there is kept on the connection, with its own pace of trying again.
  'run-connection': { retryLimit: 3, retryDelaySeconds: 10, longestSeconds: 23 * hour, silentSeconds: 15 },
  'poll-connections': { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 50 },
  // What is not taken there waits with its event, at a pace of its own.
  'push-events': { retryLimit: 3, retryDelaySeconds: 10, longestSeconds: 600, silentSeconds: 60 },
  'push-all': { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 600 },
  'note-meetings': { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 600 },
  'send-briefs': { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 300 },
  'reshare-mails': { ...importRule, longestSeconds: 4 * hour },
  'reweigh-benefits': { ...importRule, longestSeconds: 4 * hour },
  'run-bulk': { ...importRule, longestSeconds: hour },
  'keep-drops': { retryLimit: 8, retryDelaySeconds: 5, longestSeconds: hour },
  'read-deliveries': { retryLimit: 8, retryDelaySeconds: 5, longestSeconds: hour },
  'set-clock': { retryLimit: 5, retryDelaySeconds: 5, longestSeconds: 60 },
  // Tried again only to find out what became of it: what went out is never sent twice.
  'send-mail': { retryLimit: 3, retryDelaySeconds: 10, longestSeconds: 300, silentSeconds: 15 },
  'send-due-mails': { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 50 },
  'send-push': { retryLimit: 4, retryDelaySeconds: 20, longestSeconds: 120 },
  'send-digest': { retryLimit: 5, retryDelaySeconds: 120, longestSeconds: 120 },
  remind: { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 50 },
  'remind-contacts': { retryLimit: 3, retryDelaySeconds: 60, longestSeconds: 600 },
  'watch-house-rules': { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 600 },
  'ask-digests': { retryLimit: 3, retryDelaySeconds: 30, longestSeconds: 60 },
  'resume-imports': { retryLimit: 0, retryDelaySeconds: 0, longestSeconds: 60 },
  'run-check': { retryLimit: 2, retryDelaySeconds: 600, longestSeconds: hour, silentSeconds: 60 },
  'read-foundations': { retryLimit: 2, retryDelaySeconds: 600, longestSeconds: hour, silentSeconds: 60 },
  'fit-buying': { retryLimit: 2, retryDelaySeconds: 600, longestSeconds: hour },
  'propose-parameters': { retryLimit: 2, retryDelaySeconds: 600, longestSeconds: hour },
  sweep: { retryLimit: 2, retryDelaySeconds: 60, longestSeconds: 600 },
};

export type QueueName = JobName | ClockJobName;

/** Jobs that failed for good end here, with the reason, until somebody looks. */
export const givenUp = 'given-up';
