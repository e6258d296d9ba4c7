/** Asks the house where to go for a permission; beside the contract, because it hangs on this very session. */
import type { OAuthStartInput } from '#contract/oauth.ts';
import { readError } from '#contract/read-error.ts';
import { RequestFailed } from './failure.ts';

export async function askPermission(wanted: OAuthStartInput): Promise<{ address: string }> {
  const answer = await fetch('/api/oauth/start', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  const told: unknown = await answer.json();
  if (answer.ok) return told as { address: string };
  const refused = readError(told);
  throw refused ? new RequestFailed({ ...refused, status: answer.status }) : new Error('no permission was asked');
}
