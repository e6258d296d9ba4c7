/** Each job is one call of a use case, with what it needs checked at the door. */
import { z } from 'zod';
import { runBulk } from '#services/bulk/bulk.ts';
import { type Actor, type Context, systemActor } from '#services/context.ts';
import { refreshFigures } from '#services/figures/refresh-figures.ts';
import { previewImport } from '#services/imports/preview-import.ts';
import { resumeImports } from '#services/imports/resume-imports.ts';
import { runImport } from '#services/imports/run-import.ts';
import { undoImport } from '#services/imports/undo-import.ts';
import { proposeForFirm } from '#services/parameters/propose-for-firm.ts';
import { sweep } from '#services/sweep.ts';
import { getActorOfUser } from '#services/user-row.ts';
import type { QueueName } from './queues.ts';

export type Handlers = Readonly<Record<QueueName, (data: unknown, signal: AbortSignal) => Promise<void>>>;

const ofBulk = z.strictObject({ bulkId: z.uuid(), userId: z.uuid() });
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
    'preview-import': asUser(previewImport),
    'run-import': asUser(runImport),
    'undo-import': asUser(undoImport),
    'run-bulk': async (data, signal) => {
      const { bulkId, userId } = ofBulk.parse(data);
      await runBulk(contextFor(await getActorOfUser(house.db, userId)), { bulkId }, signal);
    },
    'resume-imports': async () => {
      await resumeImports(house);
    },
    'propose-parameters': async () => {
      await proposeForFirm(house);
    },
    sweep: () => sweep(house),
  };
}
