/** The same write sent twice has one effect and one answer: the key, the effect and the answer stand in one transaction. */
import { createHash } from 'node:crypto';
import { findAnswer, forgetKey, keepAnswer, takeKey } from '#store/idempotency-keys.ts';
import { transact } from '#store/transact.ts';
import { userOf } from './allow.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';

const keptMs = 48 * 3_600_000;

interface Once {
  readonly endpoint: string;
  readonly key: string;
  /** All that the answer depends on: another input under the same key is a mistake of the caller. */
  readonly input: unknown;
  readonly run: (ctx: Context) => Promise<unknown>;
}

export async function answerOnce(ctx: Context, { endpoint, key, input, run }: Once): Promise<unknown> {
  const kept = { actorId: userOf(ctx.actor), endpoint, key };
  const bodyHash = createHash('sha256').update(canonicalJson(input)).digest();
  return transact(ctx.db, async (tx) => {
    const known = (await takeKey(tx, { ...kept, bodyHash, at: ctx.now() })) ? undefined : await findAnswer(tx, kept);
    if (known && ctx.now().getTime() - known.createdAt.getTime() < keptMs) {
      if (!known.bodyHash.equals(bodyHash)) throw new AppError('idempotency-mismatch');
      return known.answer;
    }
    if (known) {
      await forgetKey(tx, kept);
      await takeKey(tx, { ...kept, bodyHash, at: ctx.now() });
    }
    const answer = await run({ ...ctx, db: tx });
    await keepAnswer(tx, kept, answer);
    return answer;
  });
}

/** The same for objects whose keys came in another order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
