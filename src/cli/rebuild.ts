import { parseArgs } from 'node:util';
import { systemActor } from '#services/context.ts';
import { type RebuildPhase, rebuild as rebuildAll, rebuildPhases } from '#services/rebuild.ts';
import { type Command, CommandError } from './command.ts';
import { createProgress } from './progress.ts';

const worded: Readonly<Record<RebuildPhase, string>> = {
  events: 'interactions replayed into tie events',
  states: 'ties folded',
  figures: 'ties measured',
};

export const rebuild: Command = {
  name: 'rebuild',
  usage: `rebuild [--only ${rebuildPhases.join(',')}]`,
  summary: 'Make everything derived again from what happened; the house stays open meanwhile',
  help: [
    'events   what each interaction means for each tie',
    'states   the folded state of every tie',
    'figures  what lists show, and the year line',
  ],
  async run({ contextFor, say, tell, signal }, args) {
    const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
    const phases = phasesOf(values.only);
    for (const phase of phases) {
      const startedMs = performance.now();
      const progress = createProgress({ tell });
      const onProgress = ({ done, total }: { done: number; total: number }) =>
        progress.show(`${done} of ${total} ${worded[phase]}`);
      const counts = await rebuildAll(contextFor(systemActor), { phases: [phase], onProgress, signal });
      progress.end();
      if (signal.aborted) throw new CommandError('Stopped; what was done stands, and running it again is safe.');
      say(`${counts[phase]} ${worded[phase]} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
    }
  },
};

function phasesOf(only: string | undefined): RebuildPhase[] {
  if (only === undefined) return [...rebuildPhases];
  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !rebuildPhases.some((phase) => phase === name));
  if (unknown !== undefined) throw new CommandError(`There is no phase "${unknown}": ${rebuildPhases.join(', ')}.`);
  return rebuildPhases.filter((phase) => wanted.includes(phase));
}
