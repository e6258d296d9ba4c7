import { checkEnginePurity } from './engine-purity.ts';
import { checkFence } from './fence.ts';
import type { Check } from './finding.ts';
import { checkMigrations } from './migrations.ts';
import { checkByProgram } from './program.ts';
import { printSizes } from './sizes.ts';

export const checks: Check[] = [
  {
    name: 'format and lint',
    run: () =>
      checkByProgram('node_modules/@biomejs/biome/bin/biome', [
        'ci',
        '--colors=off',
        '--diagnostic-level=error',
        '--reporter=concise',
        '--max-diagnostics=100',
        '.',
      ]),
  },
  { name: 'types', run: () => checkByProgram('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']) },
  { name: 'fence between the rooms', run: checkFence },
  { name: 'purity of the engine', run: checkEnginePurity },
  {
    name: 'unused files, exports and packages',
    run: () => checkByProgram('node_modules/knip/bin/knip.js', ['--no-progress']),
  },
  { name: 'migrations', run: checkMigrations },
  { name: 'generated files', run: () => checkByProgram('scripts/generate-schema.ts', ['--check']) },
  { name: 'sizes', run: printSizes },
];
