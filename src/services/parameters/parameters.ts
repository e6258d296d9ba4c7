/** The model's parameters in force: the shipped defaults with the latest dated version over them. */
import {
  type ModelParameters,
  type ParameterName,
  parameterNames,
  parameterTable,
  resolveParameters,
} from '#engine/parameters.ts';
import { sources } from '#engine/sources.ts';
import type { Db } from '#store/database.ts';
import { findLatestParameters, findLatestVersion } from '#store/parameter-versions.ts';
import type { Context } from '../context.ts';

/** One frozen object per set of values: the engine remembers what it derived from it by identity. */
const resolved = new Map<string, ModelParameters>();

export async function getParameters(db: Db): Promise<ModelParameters> {
  const changed = await findLatestParameters(db);
  const key = JSON.stringify(changed);
  let parameters = resolved.get(key);
  if (!parameters) {
    parameters = resolveParameters(changed as Partial<Record<ParameterName, number>>);
    resolved.set(key, parameters);
  }
  return parameters;
}

export async function listParameters(ctx: Context) {
  const values = await getParameters(ctx.db);
  const items = parameterNames.map((name) => {
    const { min, max, unit, ground, source, value: shipped } = parameterTable[name];
    const origin = { source: sources[source].reference, sourceId: source };
    return { name, value: values[name], shipped, min, max, unit, ground, ...origin };
  });
  const latest = await findLatestVersion(ctx.db);
  const isShipped = parameterNames.every((name) => values[name] === parameterTable[name].value);
  const version = latest && !isShipped ? { since: latest.since.toISOString(), by: latest.by } : null;
  return { items, version };
}
