/** The one client of the browser, on its own origin and session. */
import { createClient } from '#contract/client.ts';
import { noteAnswer, noteSilence } from './connection.ts';

export const api = createClient({ url: window.location.origin, fetch: ask });

/** Whether the house answers at all is seen here, on every request. */
async function ask(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    noteAnswer();
    return response;
  } catch (error) {
    // Who leaves a page cancels its requests: no sign of anything.
    if (!request.signal.aborted) noteSilence();
    throw error;
  }
}

/** Every call names all four parts; most have nothing in three of them. */
export const nothing = { params: {}, query: {}, body: {}, headers: {} } as const;

/** Same key, same answer, one effect: made once per intention, so that a retry changes nothing twice. */
export function newKey(): { 'idempotency-key': string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { 'idempotency-key': [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

export function ifMatch(version: number): { 'if-match': string } {
  return { 'if-match': `"${version}"` };
}
