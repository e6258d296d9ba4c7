import { agenda } from './agenda.ts';
import { apiKey } from './api-key.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { events } from './events.ts';
import { importFile } from './import-file.ts';
import { parties } from './parties.ts';
import { rebuild } from './rebuild.ts';
import { setup } from './setup.ts';
import { tasks } from './tasks.ts';
import { token } from './token.ts';
import { users } from './users.ts';

export const commands: readonly Command[] = [
  importFile,
  events,
  rebuild,
  doctor,
  check,
  setup,
  token,
  users,
  parties,
  tasks,
  agenda,
  apiKey,
  demo,
];
