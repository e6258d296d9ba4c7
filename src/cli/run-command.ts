/** Door 4: `hecht COMMAND`, each a few lines over a use case, on the same database as the app. */

import { errors } from '#messages/en/errors.ts';
import { AppError } from '#services/app-error.ts';
import { type Command, CommandError, type Tools } from './command.ts';
import { commands } from './commands.ts';

/** Help needs no house; everything else opens it first. */
export async function runCommand(
  args: readonly string[],
  openTools: () => Promise<{ tools: Tools; close: () => Promise<void> }>,
): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((one) => one.name === name);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return say(overview(), 0);
  if (!command) return say(`There is no command "${name}".\n\n${overview()}`, 2);
  if (rest.includes('--help') || rest.includes('-h')) return say(helpOf(command), 0);
  const { tools, close } = await openTools();
  try {
    await command.run(tools, rest);
    return 0;
  } catch (problem) {
    return say(explain(problem), 1);
  } finally {
    await close();
  }
}

function say(text: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return ['Usage: hecht COMMAND', '', ...lines, '', 'hecht COMMAND --help says more.'].join('\n');
}

function helpOf({ usage, summary, help = [] }: Command): string {
  return [`Usage: hecht ${usage}`, '', summary, ...(help.length > 0 ? ['', ...help] : [])].join('\n');
}

function explain(problem: unknown): string {
  if (problem instanceof AppError) {
    const told = problem.problems.map(({ path, message }) => `  ${path}: ${message}`);
    return [errors.codes[problem.code], ...told].join('\n');
  }
  // Wrong options come from node:util with a sentence of their own.
  const isUsage =
    problem instanceof Error && String((problem as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (problem instanceof CommandError || isUsage) return (problem as Error).message;
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
