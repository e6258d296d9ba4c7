/** The table of the door: which use case answers which endpoint. */

import {
  createBenefitKind,
  listBenefitKinds,
  removeBenefitKind,
  updateBenefitKind,
} from '#services/benefits/benefit-kinds.ts';
import { getBrief } from '#services/briefs/get-brief.ts';
import { getBulk, listBulk, startBulk } from '#services/bulk/bulk.ts';
import { getBuying } from '#services/buying/get-buying.ts';
import { captureMoment } from '#services/captures/capture-moment.ts';
import { listBin, listChanges } from '#services/changes/list-changes.ts';
import { undoChange } from '#services/changes/undo-change.ts';
import { getCheck } from '#services/check/get-check.ts';
import { createField, listFields, removeField, updateField } from '#services/fields/define-fields.ts';
import { attachFile, getFile, removeFile } from '#services/files/attach-file.ts';
import { listFiles } from '#services/files/list-files.ts';
import { updateFirm } from '#services/firm.ts';
import { createFavour, listFavours } from '#services/give-and-take/favours.ts';
import { listThanksOwed } from '#services/give-and-take/list-thanks-owed.ts';
import { sayGotForIt } from '#services/give-and-take/say-got-for-it.ts';
import { createGroup, listGroups, removeGroup, updateGroup } from '#services/groups/groups.ts';
import { changeMembers } from '#services/groups/members.ts';
import {
  correctInteraction,
  deleteInteraction,
  getInteraction,
  shareMail,
} from '#services/interactions/change-interaction.ts';
import { recordInteraction, recordInteractions } from '#services/interactions/record-interaction.ts';
import { listKeepingRules } from '#services/keep-in-touch/list-rules.ts';
import { createRule, removeRule, updateRuleFields } from '#services/keep-in-touch/rules.ts';
import { getMe } from '#services/me.ts';
import { findIntroduction } from '#services/network/find-introduction.ts';
import { getPartyNetwork } from '#services/network/get-party-network.ts';
import { setIntroducer } from '#services/network/introducer.ts';
import { mapNetwork } from '#services/network/map-network.ts';
import { listWeakPoints } from '#services/network/weak-points.ts';
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
import { decideProposal, getProposal } from '#services/parameters/decide-proposal.ts';
import { listParameters } from '#services/parameters/parameters.ts';
import { previewParameters } from '#services/parameters/preview-parameters.ts';
import { updateParameters } from '#services/parameters/update-parameters.ts';
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
import { createFault, explainFault, listFaults, makeFaultGood } from '#services/promises/faults.ts';
import { createPromise, listPromises, settlePromise } from '#services/promises/promises.ts';
import { removeReport, updateReportFields } from '#services/reports/change-report.ts';
import { createReport, createReportFrom } from '#services/reports/create-report.ts';
import { getReport, listReports } from '#services/reports/list-reports.ts';
import { endReportLink, makeReportLink } from '#services/reports/report-page.ts';
import { closeReport, publishReport, solveReport } from '#services/reports/tell-report.ts';
import { createFirstOwner, loadDemo, lookAtSetup, removeDemo } from '#services/setup.ts';
import { askSurvey, recordSurvey, withdrawSurvey } from '#services/surveys/ask-survey.ts';
import { getSurveyShares, listSurveyCandidates, listSurveys } from '#services/surveys/list-surveys.ts';
import { setSurveyRefusal } from '#services/surveys/refusals.ts';
import { createTag, listTags, mergeTag, removeTag, updateTag } from '#services/tags/tags.ts';
import { createTask, removeTask, snoozeTask, updateTaskFields } from '#services/tasks/change-task.ts';
import { completeTask, reopenTask, restoreTask } from '#services/tasks/complete-task.ts';
import { getTask, listTasks } from '#services/tasks/list-tasks.ts';
import { listToday } from '#services/today/list-today.ts';
import { markToday, unmarkToday } from '#services/today/mark-today.ts';
import { changeMe, changeRole, createUser, listUsers, removeUser } from '#services/users.ts';
import { changeView, createView, listOwnViews, removeView } from '#services/views/views.ts';
import { askWhatIf } from '#services/what-if/ask-what-if.ts';
import {
  getWhatIfRun,
  listWhatIfColleagues,
  listWhatIfProducts,
  listWhatIfRuns,
  planWhatIf,
  removeWhatIfRun,
} from '#services/what-if/what-if-runs.ts';
import type { UseCases } from './serve.ts';
import { useCasesOfIdeas } from './use-cases-ideas.ts';
import { useCasesStanding } from './use-cases-standing.ts';
import { useCasesUpToDate } from './use-cases-up-to-date.ts';

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
  buyings: { get: getBuying },
  surveys: {
    list: listSurveys,
    shares: getSurveyShares,
    candidates: listSurveyCandidates,
    ask: askSurvey,
    record: recordSurvey,
    withdraw: withdrawSurvey,
    refuse: setSurveyRefusal,
  },
  tags: { list: listTags, create: createTag, update: updateTag, merge: mergeTag, remove: removeTag },
  groups: { list: listGroups, create: createGroup, update: updateGroup, members: changeMembers, remove: removeGroup },
  views: { list: listOwnViews, create: createView, update: changeView, remove: removeView },
  whatIfRuns: {
    list: listWhatIfRuns,
    get: getWhatIfRun,
    create: askWhatIf,
    plan: planWhatIf,
    remove: removeWhatIfRun,
    colleagues: listWhatIfColleagues,
    products: listWhatIfProducts,
  },
  bulk: { start: startBulk, list: listBulk, get: getBulk },
  relationTypes: {
    list: listRelationTypes,
    create: createRelationType,
    update: updateRelationType,
    remove: removeRelationType,
  },
  benefitKinds: {
    list: listBenefitKinds,
    create: createBenefitKind,
    update: updateBenefitKind,
    remove: removeBenefitKind,
  },
  thanksOwed: { list: listThanksOwed, say: sayGotForIt },
  favours: { list: listFavours, create: createFavour },
  relations: { create: createRelation, update: updateRelation, remove: removeRelation },
  interactions: {
    record: recordInteraction,
    recordBatch: recordInteractions,
    get: getInteraction,
    correct: correctInteraction,
    remove: deleteInteraction,
    share: shareMail,
  },
  captures: { create: captureMoment },
  notes: { list: listNotes, get: getNote, create: createNote, update: updateNote, remove: removeNote },
  files: { list: listFiles, get: getFile, create: attachFile, remove: removeFile },
  pins: { create: createPin, remove: removePin },
  network: {
    party: getPartyNetwork,
    introduction: findIntroduction,
    setIntroducer,
    weakPoints: listWeakPoints,
    map: mapNetwork,
  },
  promises: { list: listPromises, create: createPromise, settle: settlePromise },
  faults: { list: listFaults, create: createFault, explain: explainFault, makeGood: makeFaultGood },
  reports: {
    list: listReports,
    get: getReport,
    create: createReport,
    createFrom: createReportFrom,
    update: updateReportFields,
    publish: publishReport,
    solve: solveReport,
    close: closeReport,
    makeLink: makeReportLink,
    endLink: endReportLink,
    remove: removeReport,
  },
  checks: { get: getCheck },
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
  today: { list: listToday, mark: markToday, unmark: unmarkToday },
  parameters: {
    get: listParameters,
    preview: previewParameters,
    update: updateParameters,
    proposal: getProposal,
    decide: decideProposal,
  },
  ...useCasesStanding,
  ...useCasesUpToDate,
  ...useCasesOfIdeas,
};
