import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import rules from '../../.dependency-cruiser.mjs';
import { checkout } from '../checkout.ts';
import type { Finding } from './finding.ts';

const cruised = ['src', 'test', 'e2e', 'bench', 'scripts'];
const leastModules = 60;

/** A fence that sees nothing would also find nothing: each of these must be caught, or the check fails. */
const planted = [
  { file: 'src/engine/planted.ts', line: "import { readFileSync } from 'node:fs';", rule: 'engine-imports-nothing' },
  {
    file: 'src/engine/planted.ts',
    line: "import type { Db } from '#store/target.ts';",
    rule: 'engine-keeps-to-its-rooms',
  },
  { file: 'src/http/planted.ts', line: "import { target } from '#jobs/target.ts';", rule: 'http-keeps-to-its-rooms' },
  {
    file: 'src/web/planted.tsx',
    line: "import { target } from '#services/target.ts';",
    rule: 'web-keeps-to-its-rooms',
  },
  { file: 'src/services/planted.ts', line: "import { request } from 'node:https';", rule: 'one-way-out' },
  { file: 'src/store/planted.ts', line: "import { z } from 'zod';", rule: 'zod-at-the-border' },
];

export async function checkFence(): Promise<Finding> {
  const { summary, modules } = await cruiseFolder(checkout, cruised);
  const problems = summary.violations.map(
    ({ from, to, rule }) => `${from} -> ${to}\n    ${commentOf(rule.name)} (${rule.name})`,
  );
  if (modules.length < leastModules)
    problems.push(`Only ${modules.length} modules were looked at: the fence is blind.`);
  for (const sample of planted) {
    if (!(await catches(sample)))
      problems.push(`The fence does not catch "${sample.line}" in ${sample.file} (${sample.rule}).`);
  }
  const edges = modules.reduce((sum, module) => sum + module.dependencies.length, 0);
  return {
    problems,
    notes: [`${modules.length} modules, ${edges} imports, ${planted.length} planted violations caught`],
  };
}

async function cruiseFolder(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { options, ...ruleSet } = rules;
  const { output } = await cruise(folders, {
    ...options,
    baseDir,
    validate: true,
    ruleSet: ruleSet as IFlattenedRuleSet,
  });
  if (typeof output === 'string') throw new Error(`The fence could not be read: ${output}`);
  return output;
}

function commentOf(name: string): string {
  return rules.forbidden.find((rule) => rule.name === name)?.comment ?? '';
}

async function catches({ file, line, rule }: (typeof planted)[number]): Promise<boolean> {
  mkdirSync(join(checkout, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(checkout, '.tmp', 'planted-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    const imports = Object.fromEntries(['store', 'jobs', 'services'].map((room) => [`#${room}/*`, `./src/${room}/*`]));
    write('package.json', JSON.stringify({ name: 'planted', type: 'module', imports, dependencies: { zod: '*' } }));
    for (const room of ['store', 'jobs', 'services']) {
      write(`src/${room}/target.ts`, 'export type Db = string;\nexport const target = 1;\n');
    }
    write(file, `${line}\nexport const planted = 1;\n`);
    const { summary } = await cruiseFolder(folder, ['src']);
    return summary.violations.some((violation) => violation.rule.name === rule);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
