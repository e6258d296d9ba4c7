/** Numbers that somebody wants: known by name and within their range, or said what is wrong with which. */
import { type ModelParameters, type ParameterName, parameterNames, parameterTable } from '#engine/parameters.ts';
import { AppError } from '../app-error.ts';

/** Null stands for the shipped value. */
export function checkParameters(changed: Readonly<Record<string, number | null>>): Record<ParameterName, number> {
  const found: Partial<Record<ParameterName, number>> = {};
  const problems = [];
  for (const [name, value] of Object.entries(changed)) {
    const known = parameterNames.find((candidate) => candidate === name);
    const path = `body.changed.${name}`;
    if (!known) {
      problems.push({ path, code: 'unknown-parameter', message: 'no such parameter' });
      continue;
    }
    const { min, max, value: shipped } = parameterTable[known];
    if (value !== null && (value < min || value > max)) {
      problems.push({ path, code: 'out-of-range', message: `between ${min} and ${max}` });
    }
    found[known] = value ?? shipped;
  }
  if (problems.length > 0) throw new AppError('bad-input', { problems });
  return found as Record<ParameterName, number>;
}

/** States hold traces at the half-lives they were folded with. */
export function isRebuild(from: ModelParameters, to: ModelParameters): boolean {
  return parameterNames.some((name) => parameterTable[name].group === 'traces' && from[name] !== to[name]);
}
