/** The table of the door: which use case answers which endpoint. */

import { createEvent, removeEvent, restoreEvent, updateEventFields } from '#services/agenda/change-event.ts';
import { getEvent, listBusy, listCalendars, listEvents } from '#services/agenda/list-events.ts';
import { settleEvent } from '#services/agenda/settle-event.ts';
import { writeInvitation } from '#services/agenda/write-invitation.ts';
import { briefEvent } from '#services/briefs/brief-event.ts';
import { getBriefSettings, setBriefSettings } from '#services/briefs/brief-settings.ts';
import { getBrief } from '#services/briefs/get-brief.ts';
import { getBulk, listBulk, startBulk } from '#services/bulk/bulk.ts';
import { getCalendarFeed, removeCalendarFeed, renewCalendarFeed } from '#services/calendar/calendar-feed.ts';
import { captureMoment } from '#services/captures/capture-moment.ts';
import { listBin, listChanges } from '#services/changes/list-changes.ts';
import { undoChange } from '#services/changes/undo-change.ts';
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
import { createField, listFields, removeField, updateField } from '#services/fields/define-fields.ts';
import { attachFile, getFile, removeFile } from '#services/files/attach-file.ts';
import { listFiles } from '#services/files/list-files.ts';
import { updateFirm } from '#services/firm.ts';
import { createGroup, listGroups, removeGroup, updateGroup } from '#services/groups/groups.ts';
import { changeMembers } from '#services/groups/members.ts';
import { changeHook, createHook, getHook, listHooks, removeHook, renewHookAddress } from '#services/hooks/hooks.ts';
import { getDelivery, listDeliveries, previewHook, retryDeliveries } from '#services/hooks/list-deliveries.ts';
import { createImport } from '#services/imports/create-import.ts';
import { getImport, listImports } from '#services/imports/get-import.ts';
import { listFindings } from '#services/imports/list-findings.ts';
import { askUndoOfImport, cancelImport, setImportColumns, startImport } from '#services/imports/start-import.ts';
import {
  correctInteraction,
  deleteInteraction,
  getInteraction,
  shareMail,
} from '#services/interactions/change-interaction.ts';
import { recordInteraction, recordInteractions } from '#services/interactions/record-interaction.ts';
import { listKeepingRules } from '#services/keep-in-touch/list-rules.ts';
import { createRule, removeRule, updateRuleFields } from '#services/keep-in-touch/rules.ts';
import { getMailboxSharing, shareMailbox, shareThread } from '#services/mail/sharing.ts';
import { getRefusal, removeRefusal, setRefusal } from '#services/mail-refusals/refusals.ts';
import { previewTemplate } from '#services/mail-templates/preview-template.ts';
import { changeTemplate, createTemplate, listTemplates, removeTemplate } from '#services/mail-templates/templates.ts';
import { openMail } from '#services/mailroom/open-mail.ts';
import { getMailThread, listMailThreads, markThread } from '#services/mailroom/threads.ts';
import { getMe } from '#services/me.ts';
import { createNote, removeNote, updateNote } from '#services/notes/change-note.ts';
import { getNote, listNotes } from '#services/notes/get-note.ts';
import {
  countNotifications,
  getNotification,
  listNotifications,
  readAllNotifications,
  readNotification,
} from '#services/notifications/list-notifications.ts';
import {
  getNotificationSettings,
  setNotificationWays,
  subscribeBrowser,
  unsubscribeBrowser,
} from '#services/notifications/notification-settings.ts';
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
import { decideProposal, getProposal } from '#services/parameters/decide-proposal.ts';
import { listParameters } from '#services/parameters/parameters.ts';
import { createParty, removeParty, restoreParty, updatePartyFields } from '#services/parties/change-party.ts';
import { countListed, findNeighbours, groupListed } from '#services/parties/count-parties.ts';
import { getParty } from '#services/parties/get-party.ts';
import { listPartyLedger } from '#services/parties/ledger.ts';
import { listParties } from '#services/parties/list-parties.ts';
import {
  createRelationType,
  listRelationTypes,
  removeRelationType,
  updateRelationType,
} from '#services/parties/relation-types.ts';
import { createRelation, removeRelation, updateRelation } from '#services/parties/relations.ts';
import { searchParties } from '#services/parties/search-parties.ts';
import { listPartyTimeline } from '#services/parties/timeline.ts';
import { decideTriage, listTriageQuestions } from '#services/parties/triage.ts';
import { listPartyHistory } from '#services/parties/year-line.ts';
import { createPin, removePin } from '#services/pins/pins.ts';
import { createFault, listFaults, makeFaultGood } from '#services/promises/faults.ts';
import { createPromise, listPromises, settlePromise } from '#services/promises/promises.ts';
import { acceptProposal, dismissProposal } from '#services/proposals/decide-proposal.ts';
import { countOpenProposals, listProposals } from '#services/proposals/list-proposals.ts';
import { createFirstOwner, loadDemo, lookAtSetup, removeDemo } from '#services/setup.ts';
import { listSources } from '#services/sources.ts';
import { createTag, listTags, mergeTag, removeTag, updateTag } from '#services/tags/tags.ts';
import { createTask, removeTask, snoozeTask, updateTaskFields } from '#services/tasks/change-task.ts';
import { completeTask, reopenTask, restoreTask } from '#services/tasks/complete-task.ts';
import { getTask, listTasks } from '#services/tasks/list-tasks.ts';
import { correctTie, withdrawTieCorrection } from '#services/ties/correct-tie.ts';
import { listTieEvidence } from '#services/ties/explain-tie.ts';
import { getTie } from '#services/ties/get-tie.ts';
import { listToday } from '#services/today/list-today.ts';
import { markToday, unmarkToday } from '#services/today/mark-today.ts';
import { changeMe, changeRole, createUser, listUsers, removeUser } from '#services/users.ts';
import { changeView, createView, listOwnViews, removeView } from '#services/views/views.ts';
import type { UseCases } from './serve.ts';

export const useCases: UseCases = {
  setup: { look: lookAtSetup, create: createFirstOwner, loadDemo, removeDemo },
  me: { get: getMe, update: changeMe },
  users: { list: listUsers, create: createUser, update: changeRole, remove: removeUser },
  firms: { update: updateFirm },
  parties: {
    list: listParties,
    search: searchParties,
    count: countListed,
    groups: groupListed,
    around: findNeighbours,
    get: getParty,
    create: createParty,
    update: updatePartyFields,
    remove: removeParty,
    restore: restoreParty,
    timeline: listPartyTimeline,
    ledger: listPartyLedger,
    brief: getBrief,
    history: listPartyHistory,
    triage: listTriageQuestions,
    decide: decideTriage,
  },
  fields: { list: listFields, create: createField, update: updateField, remove: removeField },
  tags: { list: listTags, create: createTag, update: updateTag, merge: mergeTag, remove: removeTag },
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
  groups: { list: listGroups, create: createGroup, update: updateGroup, members: changeMembers, remove: removeGroup },
  views: { list: listOwnViews, create: createView, update: changeView, remove: removeView },
  bulk: { start: startBulk, list: listBulk, get: getBulk },
  relationTypes: {
    list: listRelationTypes,
    create: createRelationType,
    update: updateRelationType,
    remove: removeRelationType,
  },
  relations: { create: createRelation, update: updateRelation, remove: removeRelation },
  interactions: {
    record: recordInteraction,
    recordBatch: recordInteractions,
    get: getInteraction,
    correct: correctInteraction,
    remove: deleteInteraction,
    share: shareMail,
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
  captures: { create: captureMoment },
  notes: { list: listNotes, get: getNote, create: createNote, update: updateNote, remove: removeNote },
  files: { list: listFiles, get: getFile, create: attachFile, remove: removeFile },
  pins: { create: createPin, remove: removePin },
  promises: { list: listPromises, create: createPromise, settle: settlePromise },
  faults: { list: listFaults, create: createFault, makeGood: makeFaultGood },
  changes: { list: listChanges, bin: listBin, undo: undoChange },
  tasks: {
    list: listTasks,
    get: getTask,
    create: createTask,
    update: updateTaskFields,
    complete: completeTask,
    reopen: reopenTask,
    snooze: snoozeTask,
    remove: removeTask,
    restore: restoreTask,
  },
  keepInTouch: { list: listKeepingRules, create: createRule, update: updateRuleFields, remove: removeRule },
  notifications: {
    list: listNotifications,
    count: countNotifications,
    get: getNotification,
    read: readNotification,
    readAll: readAllNotifications,
    settings: getNotificationSettings,
    set: setNotificationWays,
    subscribe: subscribeBrowser,
    unsubscribe: unsubscribeBrowser,
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
  today: { list: listToday, mark: markToday, unmark: unmarkToday },
  sources: { list: listSources },
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
  ties: { get: getTie, evidence: listTieEvidence, correct: correctTie, withdraw: withdrawTieCorrection },
  parameters: { get: listParameters, proposal: getProposal, decide: decideProposal },
};
