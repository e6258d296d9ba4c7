/** The whole API, one noun a file. Server, web and third parties use this one table. */
import { changes } from './changes.ts';
import { imports, sources } from './imports.ts';
import { interactions } from './interactions.ts';
import { firms, me, users } from './me.ts';
import { parties } from './parties.ts';
import { faults, promises } from './promises.ts';
import { relations, relationTypes } from './relations.ts';
import { setup } from './setup.ts';
import { parameters, ties } from './ties.ts';
import { today } from './today.ts';

export const contract = {
  setup,
  me,
  firms,
  users,
  parties,
  relationTypes,
  relations,
  interactions,
  ties,
  parameters,
  promises,
  faults,
  changes,
  today,
  imports,
  sources,
};
export type Contract = typeof contract;
