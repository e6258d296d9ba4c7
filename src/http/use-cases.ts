/** The table of the door: which use case answers which endpoint. */
import { updateFirm } from '#services/firm.ts';
import { createImport } from '#services/imports/create-import.ts';
import { getImport, listImports } from '#services/imports/get-import.ts';
import { listFindings } from '#services/imports/list-findings.ts';
import { askUndoOfImport, cancelImport, startImport } from '#services/imports/start-import.ts';
import {
  correctInteraction,
  deleteInteraction,
  getInteraction,
  shareMail,
} from '#services/interactions/change-interaction.ts';
import { recordInteraction, recordInteractions } from '#services/interactions/record-interaction.ts';
import { listParameters } from '#services/parameters.ts';
import { createFault, listFaults, makeFaultGood } from '#services/promises/faults.ts';
import { createPromise, listPromises, settlePromise } from '#services/promises/promises.ts';
import { createFirstOwner, loadDemo, lookAtSetup, removeDemo } from '#services/setup.ts';
import type { UseCases } from './serve.ts';

export const useCases: { readonly [Noun in keyof UseCases]?: Partial<UseCases[Noun]> } = {
  setup: { look: lookAtSetup, create: createFirstOwner, loadDemo, removeDemo },
  firms: { update: updateFirm },
  interactions: {
    record: recordInteraction,
    recordBatch: recordInteractions,
    get: getInteraction,
    correct: correctInteraction,
    remove: deleteInteraction,
    share: shareMail,
  },
  promises: { list: listPromises, create: createPromise, settle: settlePromise },
  faults: { list: listFaults, create: createFault, makeGood: makeFaultGood },
  imports: {
    list: listImports,
    get: getImport,
    create: createImport,
    start: startImport,
    cancel: cancelImport,
    undo: askUndoOfImport,
    findings: listFindings,
  },
  parameters: { get: listParameters },
};
