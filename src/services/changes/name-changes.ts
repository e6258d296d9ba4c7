/** Histories hold ids; who reads them is told names, of whom they may see. */
import { listLinkEnds, listNames } from '#store/change-names.ts';
import type { ChangeRow } from '#store/changes.ts';
import type { Db } from '#store/database.ts';
import { viewerOf } from '../allow.ts';
import type { Actor } from '../context.ts';

type Named = Pick<ChangeRow, 'noun' | 'recordId' | 'act' | 'label' | 'before' | 'after'>;

const idShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface ChangeNames {
  /** By id, all that stands in these changes. */
  readonly names: ReadonlyMap<string, string>;
  /** What it is called: of a link with whom it is. */
  labelOf(row: Named): string | null;
}

export async function nameChanges(db: Db, actor: Actor, rows: readonly Named[]): Promise<ChangeNames> {
  const links = rows.filter(({ noun }) => noun === 'relation');
  const ends = await listLinkEnds(
    db,
    links.map(({ recordId }) => recordId),
  );
  const otherOf = ({ recordId, before, after }: Named) => after.toParty ?? before.toParty ?? ends.get(recordId);
  const ids = new Set([...rows.flatMap(({ before, after }) => idsIn([before, after])), ...idsIn(links.map(otherOf))]);
  const names = await listNames(db, { ids: [...ids], viewer: viewerOf(actor) });
  const labelOf = (row: Named) =>
    row.label ?? (row.noun === 'relation' ? (names.get(String(otherOf(row))) ?? null) : null);
  return { names, labelOf };
}

export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return idShape.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
