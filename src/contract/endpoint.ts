/** Every endpoint is made here, so every endpoint is strict in and out and words its errors alike. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { errorBody } from './errors.ts';

type Shape = z.ZodRawShape;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const empty = {} as const;

/** Headers an endpoint may look at; others pass unseen. */
const readHeaders = z.object({});
const writeHeaders = z.object({
  'idempotency-key': z.string().min(1).max(200).optional().describe('Same key, same answer, one effect (48 h).'),
  'if-match': z.string().min(1).max(80).optional().describe('The version you changed, as in ETag.'),
});

/** A part of the input that has no required keys may be left out altogether; on the wire it always may be. */
type Strict<S extends Shape> = z.ZodObject<S, z.core.$strict>;
type Part<S extends Shape> = Record<string, never> extends z.input<Strict<S>> ? z.ZodPrefault<Strict<S>> : Strict<S>;

function part<S extends Shape>(shape: S): Part<S> {
  // An absent part is read as an empty one, so that its missing keys are named one by one.
  return z.strictObject(shape).prefault({} as z.input<Strict<S>>) as unknown as Part<S>;
}

interface Definition<P extends Shape, Q extends Shape, B extends Shape, O extends z.ZodType> {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly tag: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly output: O;
  /** Public: answers without a session. Owner: for the role owner only. Everything else: any user. */
  readonly access?: 'public' | 'user' | 'owner';
}

export function endpoint<
  O extends z.ZodType,
  P extends Shape = typeof empty,
  Q extends Shape = typeof empty,
  B extends Shape = typeof empty,
>(definition: Definition<P, Q, B, O>) {
  const writes = definition.method !== 'GET';
  return oc
    .$meta({ access: definition.access ?? 'user', writes })
    .route({
      method: definition.method,
      path: definition.path,
      summary: definition.summary,
      tags: [definition.tag],
      inputStructure: 'detailed',
    })
    .errors({
      BAD_INPUT: { status: 422, data: errorBody },
      NOT_FOUND: { status: 404, data: errorBody },
      CONFLICT: { status: 409, data: errorBody },
      STALE: { status: 412, data: errorBody },
    })
    .input(
      z.object({
        params: part((definition.params ?? empty) as P),
        query: part((definition.query ?? empty) as Q),
        body: part((definition.body ?? empty) as B),
        headers: (writes ? writeHeaders : (readHeaders as unknown as typeof writeHeaders)).prefault({}),
      }),
    )
    .output(definition.output);
}
