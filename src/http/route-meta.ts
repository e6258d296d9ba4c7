/** What the contract says of an endpoint beside its shapes. */
import type { AnyContractProcedure } from '@orpc/contract';

interface RouteMeta {
  readonly access: 'public' | 'user' | 'owner';
  readonly writes: boolean;
}

export function routeMeta(procedure: AnyContractProcedure): RouteMeta {
  return procedure['~orpc'].meta as RouteMeta;
}
