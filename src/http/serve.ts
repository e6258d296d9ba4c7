/** The shape of a use case as the contract asks for it: (ctx, input) => output, where input is params, query and body in one. */
import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Contract } from '#contract/index.ts';
import type { Context } from '#services/context.ts';

interface Parts {
  params: object;
  query: object;
  body: object;
}

/** JSON knows no undefined: a key that may be left out is there with a value, or not there. */
type Exact<T> = {
  [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> : T[K];
};
type Merged<I> = I extends Parts ? Exact<I['params'] & I['query'] & I['body']> : never;

/** `ifVersion`: what If-Match named, for the use cases that guard against a stale write. */
export type UseCaseInput<E> =
  E extends ContractProcedure<infer I, infer _O, infer _E, infer _M>
    ? Merged<InferSchemaOutput<I>> & { readonly ifVersion?: number }
    : never;

type UseCaseOutput<E> =
  E extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? InferSchemaInput<O> : never;

export type UseCase<E> = (ctx: Context, input: UseCaseInput<E>) => Promise<UseCaseOutput<E>>;

/** Every endpoint answered: a new line in the contract does not compile until its use case stands here. */
export type UseCases = {
  readonly [Noun in keyof Contract]: {
    readonly [Verb in keyof Contract[Noun]]: Contract[Noun][Verb] extends AnyContractProcedure
      ? UseCase<Contract[Noun][Verb]>
      : never;
  };
};
