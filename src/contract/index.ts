/** The whole API, one noun a file. Server, web and third parties use this one table. */

import { agenda } from './agenda.ts';
import { benefitKinds } from './benefits.ts';
import { bulk } from './bulk.ts';
import { buyings } from './buying.ts';
import { calendarFeeds } from './calendar-feed.ts';
import { captures } from './captures.ts';
import { changes } from './changes.ts';
import { checks } from './check.ts';
import { connections } from './connections.ts';
import { dropAddresses } from './drop-address.ts';
import { events } from './events.ts';
import { expectations } from './expectations.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { foundationKinds, foundations } from './foundations.ts';
import { favours, thanksOwed } from './give-and-take.ts';
import { groups } from './groups.ts';
import { hooks } from './hooks.ts';
import { houseRules } from './house-rules.ts';
import { ideas } from './ideas.ts';
import { imports, sources } from './imports.ts';
import { interactions } from './interactions.ts';
import { keepInTouch } from './keep-in-touch.ts';
import { mailSenders } from './mail-senders.ts';
import { mailShares } from './mail-sharing.ts';
import { mailRefusals, mailTemplates } from './mail-templates.ts';
import { mails, mailThreads } from './mailroom.ts';
import { firms, me, users } from './me.ts';
import { network } from './network.ts';
import { notes } from './notes.ts';
import { notifications } from './notifications.ts';
import { oauth } from './oauth.ts';
import { outboxMails } from './outbox.ts';
import { parameters } from './parameters.ts';
import { parties } from './parties.ts';
import { pins } from './pins.ts';
import { plans } from './plans.ts';
import { faults, promises } from './promises.ts';
import { proposals } from './proposals.ts';
import { relations, relationTypes } from './relations.ts';
import { reports } from './reports.ts';
import { setup } from './setup.ts';
import { surveys } from './surveys.ts';
import { tags } from './tags.ts';
import { tasks } from './tasks.ts';
import { ties } from './ties.ts';
import { today } from './today.ts';
import { views } from './views.ts';
import { whatIfRuns } from './what-if-runs.ts';

export const contract = {
  setup,
  me,
  firms,
  users,
  parties,
  buyings,
  views,
  whatIfRuns,
  bulk,
  fields,
  surveys,
  tags,
  groups,
  relationTypes,
  benefitKinds,
  thanksOwed,
  favours,
  relations,
  interactions,
  dropAddresses,
  events,
  hooks,
  captures,
  notes,
  files,
  pins,
  network,
  ties,
  parameters,
  promises,
  proposals,
  faults,
  reports,
  ideas,
  houseRules,
  expectations,
  foundations,
  foundationKinds,
  plans,
  changes,
  checks,
  tasks,
  keepInTouch,
  notifications,
  agenda,
  calendarFeeds,
  today,
  imports,
  sources,
  mailThreads,
  mails,
  mailShares,
  outboxMails,
  mailSenders,
  mailTemplates,
  mailRefusals,
  connections,
  oauth,
};
export type Contract = typeof contract;
