import { AppError } from '#services/app-error.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Of routes beside the contract: what is no id names nothing. */
export function knownId(id: string): string {
  if (!uuid.test(id)) throw new AppError('not-found');
  return id;
}
