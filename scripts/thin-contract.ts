/**
 * The browser asks and the server checks: of the contract the pages need methods and paths only. This leaves the schemas, and
 * the library they are written in, out of what every page fetches first.
 */
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import type { Plugin } from 'vite';
import { contract } from '#contract/index.ts';

export function thinContract(): Plugin {
  return {
    name: 'thin-contract',
    apply: 'build',
    load(id) {
      if (!/\/src\/contract\/index\.ts$/.test(id)) return null;
      return `export const contract = ${JSON.stringify(thin(contract))};`;
    },
  };
}

function thin(router: AnyContractRouter): object {
  if (isContractProcedure(router)) {
    const { method, path, inputStructure } = router['~orpc'].route;
    return { '~orpc': { errorMap: {}, meta: {}, route: { method, path, inputStructure } } };
  }
  return Object.fromEntries(Object.entries(router).map(([name, part]) => [name, thin(part)]));
}
