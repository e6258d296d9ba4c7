import type { ImapFlow } from 'imapflow';
import type { PlaceCursor } from '#services/connections/reader.ts';

/** How far a folder was read. */
export interface PlaceState {
  /** The folder's own number: when it changes, all numbers in it mean something else. */
  readonly uidValidity: number;
  /** The last number that was read. */
  readonly uid: number;
  /** How many it held when it was last read to its end; -1 while it never was. */
  readonly exists: number;
  /** How many were gone through. */
  readonly done: number;
}

export function readState(cursor: PlaceCursor['cursor']): PlaceState | null {
  if (cursor === null) return null;
  const number = (name: keyof PlaceState, otherwise: number): number => Number(cursor[name] ?? otherwise);
  const uidValidity = number('uidValidity', 0);
  return { uidValidity, uid: number('uid', 0), exists: number('exists', -1), done: number('done', 0) };
}

/** True when nothing came, went or changed its number since: asked without opening the folder. */
export async function isUnchanged(client: ImapFlow, place: string, state: PlaceState): Promise<boolean> {
  const told = await client.status(place, { messages: true, uidNext: true, uidValidity: true });
  if (!told) return false;
  return (
    Number(told.uidValidity) === state.uidValidity &&
    told.messages === state.exists &&
    told.uidNext !== undefined &&
    told.uidNext === state.uid + 1
  );
}
