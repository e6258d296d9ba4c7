/** One's own drop address: mail that is sent there in copy, or forwarded, is read as one's own. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, instant } from './values.ts';

export const dropAddress = z.object({
  /** False: the operator did not set one up (DROP_ADDRESS and DROP_PORT). */
  isOffered: z.boolean(),
  address: z.string().nullable(),
  createdAt: instant.nullable(),
  /** When the last mail came in there. */
  heardAt: instant.nullable(),
});
export type DropAddress = z.infer<typeof dropAddress>;

export const dropAddresses = {
  get: endpoint({
    method: 'GET',
    path: '/drop-address',
    summary: 'Your own drop address',
    tag: 'connections',
    output: dropAddress,
  }),
  renew: endpoint({
    method: 'POST',
    path: '/drop-address',
    summary: 'Make one; the one before stops working',
    tag: 'connections',
    output: dropAddress,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/drop-address',
    summary: 'It stops working; what came in stays',
    tag: 'connections',
    output: done,
  }),
};
