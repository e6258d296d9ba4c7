/** Answers that were given under an Idempotency-Key. */
import type { Tx } from './database.ts';

export interface KeptKey {
  readonly actorId: string;
  readonly endpoint: string;
  readonly key: string;
}

/** True when the key is ours now; who comes second waits here until the first is done, and then finds its answer. */
export async function takeKey(tx: Tx, kept: KeptKey & { bodyHash: Buffer; at: Date }): Promise<boolean> {
  const taken = await tx
    .insertInto('idempotency_keys')
    .values({
      actor_id: kept.actorId,
      endpoint: kept.endpoint,
      key: kept.key,
      body_hash: kept.bodyHash,
      created_at: kept.at,
    })
    .onConflict((conflict) => conflict.columns(['actor_id', 'endpoint', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function findAnswer(
  tx: Tx,
  { actorId, endpoint, key }: KeptKey,
): Promise<{ bodyHash: Buffer; answer: unknown; createdAt: Date } | undefined> {
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'response', 'created_at'])
    .where('actor_id', '=', actorId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { bodyHash: row.body_hash, answer: row.response, createdAt: row.created_at };
}

export async function keepAnswer(tx: Tx, { actorId, endpoint, key }: KeptKey, answer: unknown): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ response: JSON.stringify(answer) })
    .where('actor_id', '=', actorId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .execute();
}

export async function forgetKey(tx: Tx, { actorId, endpoint, key }: KeptKey): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('actor_id', '=', actorId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .execute();
}
