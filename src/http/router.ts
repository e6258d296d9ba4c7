/** Each endpoint of the contract with the use case that answers it. */
import type { AnyContractProcedure } from '@orpc/contract';
import { implement } from '@orpc/server';
import type { FastifyBaseLogger } from 'fastify';
import { contract } from '#contract/index.ts';
import { answerOnce } from '#services/answer-once.ts';
import { type Context, systemActor } from '#services/context.ts';
import { settleFigures } from '#services/figures/refresh-soon.ts';
import type { Caller } from './actors.ts';

import { readIfMatch } from './if-match.ts';
import { routeMeta } from './route-meta.ts';
import type { ContextFor } from './settings.ts';
import { useCases } from './use-cases.ts';

export interface CallContext {
  readonly caller: Caller | null;
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
}

/** Endpoints are many and each has its own types; UseCases has checked them one by one, so that here they may be one. */
type AnyUseCase = (ctx: Context, input: Record<string, unknown>) => Promise<unknown>;

interface DetailedInput {
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: Record<string, unknown>;
  readonly headers: { readonly 'idempotency-key'?: string; readonly 'if-match'?: string };
}

export function createRouter(contextFor: ContextFor) {
  return mapEntries(contract, (endpoints, noun) =>
    mapEntries(endpoints as Record<string, AnyContractProcedure>, (endpoint, verb) => {
      const useCase = (useCases as unknown as Record<string, Record<string, AnyUseCase>>)[noun]?.[verb];
      if (!useCase) throw new Error(`No use case answers ${noun}.${verb}`);
      return serve(endpoint, { name: `${noun}.${verb}`, useCase, contextFor });
    }),
  );
}

interface Served {
  readonly name: string;
  readonly useCase: AnyUseCase;
  readonly contextFor: ContextFor;
}

function serve(endpoint: AnyContractProcedure, { name, useCase, contextFor }: Served) {
  const { writes } = routeMeta(endpoint);
  return implement(endpoint)
    .$context<CallContext>()
    .handler(async ({ input, context }) => {
      const { params, query, body, headers } = input as DetailedInput;
      const ctx = contextFor(context.caller?.actor ?? systemActor);
      const merged = { ...query, ...body, ...params, ...readIfMatch(headers['if-match']) };
      const run = (within: Context) => useCase(within, merged);
      // Whoever wrote a moment ago reads what that did to the figures.
      if (!writes) await settleFigures(ctx.db, ctx.now);
      const key = headers['idempotency-key'];
      if (!writes || key === undefined || ctx.actor.kind !== 'user') return run(ctx);
      return answerOnce(ctx, { endpoint: name, key, input: merged, run });
    });
}

function mapEntries<V, R>(record: Readonly<Record<string, V>>, map: (value: V, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
