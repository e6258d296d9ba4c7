/** Each job is one call of a use case, with what it needs checked at the door. */
import { z } from 'zod';
import { houseRules as enRules } from '#messages/en/house-rules.ts';
import { notifications as en } from '#messages/en/notifications.ts';
import { houseRules as nlRules } from '#messages/nl/house-rules.ts';
import { notifications as nl } from '#messages/nl/notifications.ts';
import { noteMeetings } from '#services/agenda/note-meetings.ts';
import { pushAll, pushEvents } from '#services/agenda/push-events.ts';
import { reweighBenefits } from '#services/benefits/reweigh-benefits.ts';
import { sendBriefs } from '#services/briefs/send-briefs.ts';
import { runBulk } from '#services/bulk/bulk.ts';
import { fitBuyingOfFirm } from '#services/buying/fit-buying.ts';
import { runCheck } from '#services/check/run-check.ts';
import { pollConnections } from '#services/connections/poll-connections.ts';
import { runConnection } from '#services/connections/run-connection.ts';
import { type Actor, type Context, systemActor } from '#services/context.ts';
import { keepDrops } from '#services/drop/keep-drops.ts';
import { refreshFigures } from '#services/figures/refresh-figures.ts';
import { refreshAllFoundations } from '#services/foundations/read-choices.ts';
import { readDeliveries } from '#services/hooks/read-deliveries.ts';
import { watchHouseRules } from '#services/house-rules/watch-rules.ts';
import { previewImport } from '#services/imports/preview-import.ts';
import { resumeImports } from '#services/imports/resume-imports.ts';
import { runImport } from '#services/imports/run-import.ts';
import { undoImport } from '#services/imports/undo-import.ts';
import { remindContacts } from '#services/keep-in-touch/remind-contacts.ts';
import { reshareMails } from '#services/mail/reshare.ts';
import { askDigests, sendDigest } from '#services/notifications/digest.ts';
import { remind } from '#services/notifications/remind.ts';
import { sendPush } from '#services/notifications/send-push.ts';
import { sendDueMails, sendMail } from '#services/outbox/carry-mail.ts';
import { proposeForFirm } from '#services/parameters/propose-for-firm.ts';
import { rebuild } from '#services/rebuild.ts';
import { sweep } from '#services/sweep.ts';
import { getActorOfUser } from '#services/user-row.ts';
import { writeBriefMail } from './brief-mail.ts';
import { writeDigestMail } from './digest-mail.ts';
import type { QueueName } from './queues.ts';
import { sayWhoWrote } from './quote-line.ts';

export type Handle = (data: unknown, signal: AbortSignal) => Promise<void>;
/** The clock itself is set where the schedule is kept. */
export type Handlers = Readonly<Record<Exclude<QueueName, 'set-clock'>, Handle>>;

const ofBulk = z.strictObject({ bulkId: z.uuid(), userId: z.uuid() });
const toldUser = z.strictObject({ notificationId: z.uuid(), userId: z.uuid() });
const ofOutbox = z.strictObject({ outboxId: z.uuid(), userId: z.uuid() });
const digestOf = z.strictObject({ userId: z.uuid(), day: z.iso.date(), digestKey: z.string() });
const titles = { nl: nl.pushTitles, en: en.pushTitles };
const rules = { nl: nlRules, en: enRules };
const ofConnection = z.strictObject({ connectionId: z.uuid() });
const ofKind = z.strictObject({ kind: z.string() });
const ofImport = z.strictObject({ importId: z.uuid(), userId: z.uuid() });

export function createHandlers(contextFor: (actor: Actor) => Context): Handlers {
  const house = contextFor(systemActor);
  type ImportWork = (ctx: Context, input: { importId: string }, signal: AbortSignal) => Promise<void>;
  /** An import is its user's own, so the job acts as that user. */
  const asUser = (work: ImportWork) => async (data: unknown, signal: AbortSignal) => {
    const { importId, userId } = ofImport.parse(data);
    await work(contextFor(await getActorOfUser(house.db, userId)), { importId }, signal);
  };
  return {
    'refresh-figures': async (_data, signal) => {
      await refreshFigures(house, { signal });
    },
    'rebuild-states': async (_data, signal) => {
      await rebuild(house, { phases: ['states', 'figures'], signal });
    },
    'preview-import': asUser(previewImport),
    'run-import': asUser(runImport),
    'undo-import': asUser(undoImport),
    'run-bulk': async (data, signal) => {
      const { bulkId, userId } = ofBulk.parse(data);
      await runBulk(contextFor(await getActorOfUser(house.db, userId)), { bulkId }, signal);
    },
    'run-connection': (data, signal) => runConnection(house, ofConnection.parse(data), signal),
    'reshare-mails': (data, signal) => reshareMails(house, ofConnection.parse(data), signal),
    'reweigh-benefits': async (data, signal) => {
      await reweighBenefits(house, ofKind.parse(data), signal);
    },
    'poll-connections': () => pollConnections(house),
    'keep-drops': (_data, signal) => keepDrops(house, signal),
    'read-deliveries': (_data, signal) => readDeliveries(house, signal),
    'push-events': (data, signal) => pushEvents(house, ofConnection.parse(data), signal),
    'push-all': (_data, signal) => pushAll(house, signal),
    'note-meetings': (_data, signal) => noteMeetings(house, signal),
    'send-briefs': () => sendBriefs(house, writeBriefMail),
    'resume-imports': async () => {
      await resumeImports(house);
    },
    'run-check': async (_data, signal) => {
      await runCheck(house, { signal });
    },
    'fit-buying': async () => {
      await fitBuyingOfFirm(house);
    },
    'propose-parameters': async () => {
      await proposeForFirm(house);
    },
    'send-push': (data) => sendPush(house, toldUser.parse(data), (kind, locale) => titles[locale][kind]),
    'send-digest': (data) => sendDigest(house, digestOf.parse(data), writeDigestMail),
    'ask-digests': () => askDigests(house),
    'send-mail': (data, signal) => sendMail(house, ofOutbox.parse(data), signal, sayWhoWrote),
    'send-due-mails': () => sendDueMails(house),
    remind: () => remind(house),
    'watch-house-rules': async () => {
      await watchHouseRules(house, (trigger, locale) => rules[locale].taskNote[trigger]);
    },
    'read-foundations': async (_data, signal) => {
      await refreshAllFoundations(house, signal);
    },
    'remind-contacts': () => remindContacts(house),
    sweep: () => sweep(house),
  };
}
