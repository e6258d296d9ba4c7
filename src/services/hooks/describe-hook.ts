/** A hook as its owners see it: the address, never the secret. */
import { createHash, randomBytes } from 'node:crypto';
import type { HookMapping } from '#contract/hook-mapping.ts';
import type { Hook } from '#contract/hooks.ts';
import type { FieldValues } from '#store/changes.ts';
import { countOutcomes } from '#store/hook-deliveries.ts';
import type { HookRow } from '#store/hooks.ts';
import type { Context } from '../context.ts';

const tokenBytes = 32;
const noCounts = { kept: 0, same: 0, skipped: 0, failed: 0, waiting: 0 };

export async function describeHooks(ctx: Context, rows: readonly HookRow[]): Promise<Hook[]> {
  const counts = await countOutcomes(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: urlOf(ctx, row),
    signature: row.signature as Hook['signature'],
    hasSecret: row.secretSealed !== null,
    preset: row.preset,
    mapping: row.mapping as HookMapping,
    isPaused: row.isPaused,
    problem: row.problem as Hook['problem'],
    problemAt: row.problemAt?.toISOString() ?? null,
    lastAt: row.lastAt?.toISOString() ?? null,
    counts: { ...noCounts, ...counts.get(row.id) },
    version: row.version,
  }));
}

/** Sealed under a secret of the house that was replaced it cannot be shown any more; a new address can be made. */
function urlOf(ctx: Context, { id, tokenSealed }: HookRow): string | null {
  try {
    return `${ctx.ports.outgoing.publicUrl}/api/hooks/${ctx.ports.seals.open(tokenSealed, tokenName(id))}`;
  } catch {
    return null;
  }
}

/** 256 random bits: found by their hash, shown again out of their seal. */
export function makeToken(ctx: Context, hookId: string): { tokenHash: Buffer; tokenSealed: string } {
  const token = randomBytes(tokenBytes).toString('base64url');
  return { tokenHash: hashOfToken(token), tokenSealed: ctx.ports.seals.seal(token, tokenName(hookId)) };
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function tokenName(hookId: string): string {
  return `address of hook ${hookId}`;
}

export function secretName(hookId: string): string {
  return `secret of hook ${hookId}`;
}

/** What people set, by the names of the contract; of the secret only whether there is one. */
export function hookFieldsOf({ name, signature, mapping, isPaused, secretSealed }: HookRow): FieldValues {
  return { name, signature, mapping, isPaused, hasSecret: secretSealed !== null };
}
