/** A stretch of the log derived again and compared with what is stored: only what differs is written. */
import type { Tx } from '#store/database.ts';
import { type BenefitRow, listBenefitsOfInteractions } from '#store/derived-rows.ts';
import { listOwnParties } from '#store/identities.ts';
import type { InteractionRow } from '#store/interactions.ts';
import { listEventsOfInteractions } from '#store/tie-events.ts';
import { getFirm } from '../firm.ts';
import { type Derived, deriveTies } from './derive-ties.ts';
import { rederiveInteractions } from './rederive-interactions.ts';

/** Answers how many interactions had something else stored than is derived of them now. */
export async function replayInteractions(
  tx: Tx,
  input: { rows: readonly InteractionRow[]; at: Date },
): Promise<number> {
  const ids = input.rows.map((row) => row.id);
  const { timeZone } = await getFirm(tx);
  const ownParties = await listOwnParties(tx);
  const derived = await deriveTies(tx, { rows: input.rows, ownParties, timeZone, at: input.at, latestMs: Infinity });
  const stored = await listStored(tx, ids);
  const expected = summarise(derived);
  const differing = ids.filter((id) => (stored.get(id) ?? '') !== (expected.get(id) ?? ''));
  if (differing.length > 0) await rederiveInteractions(tx, { ids: differing, at: input.at });
  return differing.length;
}

async function listStored(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const events = await listEventsOfInteractions(tx, ids);
  const benefits = await listBenefitsOfInteractions(tx, ids);
  return summarise({ events: events.map((row) => ({ ...row, interactionId: row.ref })), benefits });
}

/** Everything derived of an interaction as one line of text: equal lines, equal rows, to the last bit. */
function summarise({ events, benefits }: Pick<Derived, 'events'> & { benefits: readonly BenefitRow[] }) {
  const lines = new Map<string, string[]>();
  const add = (id: string, line: string) => {
    const known = lines.get(id);
    if (known) known.push(line);
    else lines.set(id, [line]);
  };
  for (const { tieId, interactionId, direction, event } of events) {
    add(
      interactionId,
      `${tieId} ${direction} ${event.atMs} ${event.day} ${event.family} ${event.contact} ${event.benefit} ` +
        `${event.trustFacet} ${event.trustGood} ${event.trustBad} ${event.pressureChannel} ${event.unasked} ` +
        `${event.surveyWeight} ${event.surveyValue} ${event.sourceNumber}`,
    );
  }
  for (const { tieId, interactionId, direction, kind, weight } of benefits) {
    add(interactionId, `${tieId} ${direction} ${kind} ${weight}`);
  }
  return new Map([...lines].map(([id, texts]) => [id, texts.sort().join('\n')]));
}
