/** The table of the door, of what keeps itself up to date: mail, agenda, connections, imports, what other programs tell. */
import { createEvent, removeEvent, restoreEvent, updateEventFields } from '#services/agenda/change-event.ts';
import { getEvent, listBusy, listCalendars, listEvents } from '#services/agenda/list-events.ts';
import { settleEvent } from '#services/agenda/settle-event.ts';
import { writeInvitation } from '#services/agenda/write-invitation.ts';
import { briefEvent } from '#services/briefs/brief-event.ts';
import { getBriefSettings, setBriefSettings } from '#services/briefs/brief-settings.ts';
import { getCalendarFeed, removeCalendarFeed, renewCalendarFeed } from '#services/calendar/calendar-feed.ts';
import {
  readConnectionNow,
  removeConnection,
  resyncConnection,
  updateConnectionFields,
} from '#services/connections/change-connection.ts';
import { createConnection } from '#services/connections/create-connection.ts';
import { getConnection, listConnectionFailures, listConnections } from '#services/connections/get-connection.ts';
import { lookAtConnection } from '#services/connections/look-connection.ts';
import { listOAuthProviders } from '#services/connections/oauth.ts';
import { getDropAddress, removeDropAddress, renewDropAddress } from '#services/drop/drop-address.ts';
import { recordEvents } from '#services/events/record-events.ts';
import { changeHook, createHook, getHook, listHooks, removeHook, renewHookAddress } from '#services/hooks/hooks.ts';
import { getDelivery, listDeliveries, previewHook, retryDeliveries } from '#services/hooks/list-deliveries.ts';
import { createImport } from '#services/imports/create-import.ts';
import { getImport, listImports } from '#services/imports/get-import.ts';
import { listFindings } from '#services/imports/list-findings.ts';
import { askUndoOfImport, cancelImport, setImportColumns, startImport } from '#services/imports/start-import.ts';
import { getMailboxSharing, shareMailbox, shareThread } from '#services/mail/sharing.ts';
import { getRefusal, removeRefusal, setRefusal } from '#services/mail-refusals/refusals.ts';
import { previewTemplate } from '#services/mail-templates/preview-template.ts';
import { changeTemplate, createTemplate, listTemplates, removeTemplate } from '#services/mail-templates/templates.ts';
import { openMail } from '#services/mailroom/open-mail.ts';
import { getMailThread, listMailThreads, markThread } from '#services/mailroom/threads.ts';
import { getOutboxMail, listOutbox } from '#services/outbox/get-outbox.ts';
import { decideOutbox, recallOutbox, sendOutbox } from '#services/outbox/send-outbox.ts';
import { listSenders, removeSender, setSender, testSender } from '#services/outbox/senders.ts';
import {
  attachToOutbox,
  createOutboxMail,
  detachFromOutbox,
  removeOutbox,
  updateOutbox,
} from '#services/outbox/write-outbox.ts';
import { acceptProposal, dismissProposal } from '#services/proposals/decide-proposal.ts';
import { countOpenProposals, listProposals } from '#services/proposals/list-proposals.ts';
import { listSources } from '#services/sources.ts';

export const useCasesUpToDate = {
  oauth: { providers: listOAuthProviders },
  proposals: {
    list: listProposals,
    count: countOpenProposals,
    accept: acceptProposal,
    dismiss: dismissProposal,
  },
  connections: {
    list: listConnections,
    get: getConnection,
    look: lookAtConnection,
    create: createConnection,
    update: updateConnectionFields,
    read: readConnectionNow,
    resync: resyncConnection,
    failures: listConnectionFailures,
    remove: removeConnection,
  },
  dropAddresses: { get: getDropAddress, renew: renewDropAddress, remove: removeDropAddress },
  events: { record: recordEvents },
  hooks: {
    list: listHooks,
    get: getHook,
    create: createHook,
    update: changeHook,
    renew: renewHookAddress,
    remove: removeHook,
    deliveries: listDeliveries,
    delivery: getDelivery,
    retry: retryDeliveries,
    preview: previewHook,
  },
  agenda: {
    list: listEvents,
    get: getEvent,
    create: createEvent,
    update: updateEventFields,
    remove: removeEvent,
    restore: restoreEvent,
    settle: settleEvent,
    invitation: writeInvitation,
    brief: briefEvent,
    busy: listBusy,
    calendars: listCalendars,
    settings: getBriefSettings,
    set: setBriefSettings,
  },
  calendarFeeds: { get: getCalendarFeed, renew: renewCalendarFeed, remove: removeCalendarFeed },
  mailThreads: { list: listMailThreads, get: getMailThread, mark: markThread },
  mails: { open: openMail },
  mailShares: { getMailbox: getMailboxSharing, setMailbox: shareMailbox, setThread: shareThread },
  outboxMails: {
    list: listOutbox,
    get: getOutboxMail,
    create: createOutboxMail,
    update: updateOutbox,
    attach: attachToOutbox,
    detach: detachFromOutbox,
    send: sendOutbox,
    recall: recallOutbox,
    decide: decideOutbox,
    remove: removeOutbox,
  },
  mailSenders: { list: listSenders, set: setSender, test: testSender, remove: removeSender },
  mailTemplates: {
    list: listTemplates,
    create: createTemplate,
    update: changeTemplate,
    remove: removeTemplate,
    preview: previewTemplate,
  },
  mailRefusals: { get: getRefusal, set: setRefusal, remove: removeRefusal },
  imports: {
    list: listImports,
    get: getImport,
    create: createImport,
    start: startImport,
    columns: setImportColumns,
    cancel: cancelImport,
    undo: askUndoOfImport,
    findings: listFindings,
  },
  sources: { list: listSources },
};
