/** The one client of the browser, on its own origin and session. */
import { createClient } from '#contract/client.ts';

export const api = createClient({ url: window.location.origin });

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
