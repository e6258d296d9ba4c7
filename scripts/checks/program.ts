import { runProgram } from '../run-program.ts';
import type { Finding } from './finding.ts';

/** A check that is a program of its own: it fails when that ends with an error, and shows what it said. */
export async function checkByProgram(file: string, args: string[]): Promise<Finding> {
  const { code, output } = await runProgram(file, args);
  return { problems: code === 0 ? [] : [output || `${file} ended with ${code}`] };
}
