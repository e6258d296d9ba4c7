/** Every word of the product in one language, by feature. */
import { acts } from './acts.ts';
import { bond } from './bond.ts';
import { capture } from './capture.ts';
import { changes } from './changes.ts';
import { durations } from './durations.ts';
import { errors } from './errors.ts';
import { lists } from './lists.ts';
import { notifications } from './notifications.ts';
import { offline } from './offline.ts';
import { proposals } from './proposals.ts';
import { reasons } from './reasons.ts';
import { records } from './records.ts';
import { relation } from './relation.ts';
import { relations } from './relations.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { social } from './social.ts';
import { tasks } from './tasks.ts';
import { timeline } from './timeline.ts';
import { today } from './today.ts';

export const words = {
  acts,
  bond,
  capture,
  changes,
  durations,
  errors,
  lists,
  notifications,
  offline,
  proposals,
  reasons,
  records,
  relation,
  relations,
  settings,
  setup,
  shell,
  social,
  tasks,
  timeline,
  today,
};
export type Words = typeof words;
