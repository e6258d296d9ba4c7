/**
 * What an idea left in the log: that it came (their benefit to us), that they were told what came of it (trust), that they
 * were thanked (our benefit to them). Each is a pure function of the idea: written once however often it is asked for,
 * put right when the idea is, taken out when it is taken back. What came of it gives them nothing until they know.
 */
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { type IdeaMoments, type IdeaRow, setIdeaMoments } from '#store/ideas.ts';
import { listInteractionsByKey } from '#store/interactions.ts';
import type { Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { ensureHandSource } from '../interactions/hand-source.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestRecord } from '../interactions/ingest-record.ts';
import { takeOutInteractions } from '../interactions/take-out-interactions.ts';

interface Step {
  readonly key: string;
  /** The moment that belongs to it so far. */
  readonly standing: string | null;
  /** Null: it did not happen. */
  readonly record: IngestRecord | null;
}

export async function settleMoments(ctx: Context, tx: Tx, row: Allowed<IdeaRow>): Promise<void> {
  const steps = stepsOf(row);
  const source = await ensureHandSource(tx, ctx.now());
  const sourceKeys = steps.map(({ key }) => key);
  const known = await listInteractionsByKey(tx, { sourceNumber: source.number, sourceKeys });
  const ownIds = new Map(known.map(({ sourceKey, id }) => [sourceKey, id]));
  // A moment that was there before (a meeting in which it came up) tells it already.
  const records = steps.flatMap(({ key, standing, record }) =>
    record && (standing === null || standing === ownIds.get(key)) ? record : [],
  );
  const kept = await ingestInteractions(tx, {
    source: { number: source.number, ownerUserId: null },
    ...{ records, actor: ctx.actor, at: ctx.now(), importId: null },
  });
  const gone = steps.flatMap(({ key, record }) => (record ? [] : (ownIds.get(key) ?? [])));
  const loosened = gone.length === 0 ? [] : await takeOutInteractions(tx, { ids: gone, at: ctx.now() });
  const [cameIn, toldIn, thankedIn] = steps.map(({ key, standing, record }) =>
    record ? (kept.ids.get(key) ?? standing) : null,
  );
  const moments: IdeaMoments = { cameIn: cameIn ?? null, toldIn: toldIn ?? null, thankedIn: thankedIn ?? null };
  await setIdeaMoments(tx, row, moments);
  const tieIds = [...new Set([...kept.tieIds, ...loosened])];
  if (tieIds.length > 0) refreshSoon(tx, { tieIds, now: ctx.now });
}

function stepsOf(row: IdeaRow): Step[] {
  const stands = row.deletedAt === null && row.colleagueId !== null;
  const us = { kind: 'party', partyId: row.colleagueId ?? '' } as const;
  const them = { kind: 'party', partyId: row.partyId } as const;
  const step = (name: string, standing: string | null, said: Said | null): Step => {
    const key = `${name} ${row.id}`;
    return { key, standing, record: stands && said ? recordOf(key, said) : null };
  };
  const { text, deliveredIn } = row;
  const ofThem = { from: us, to: them, text: deliveredIn === null ? text : `${deliveredIn}: ${text}` };
  return [
    step('idea', row.cameIn, { kind: 'idea', at: row.cameAt, channel: row.cameBy, from: them, to: us, text }),
    step(
      'idea-told',
      row.toldIn,
      row.toldAt && { ...ofThem, kind: 'idea-told', at: row.toldAt, channel: row.toldBy ?? 'other' },
    ),
    step(
      'idea-thanked',
      row.thankedIn,
      row.thankedAt && { ...ofThem, kind: 'thanks', at: row.thankedAt, channel: row.thankedBy ?? 'other' },
    ),
  ];
}

interface Said {
  readonly kind: 'idea' | 'idea-told' | 'thanks';
  readonly at: Date;
  readonly channel: string;
  readonly from: IngestRecord['from'];
  readonly to: IngestRecord['from'];
  readonly text: string;
}

/** What each gives stands in the engine's table of kinds. */
function recordOf(sourceKey: string, { kind, at, channel, from, to, text }: Said): IngestRecord {
  return {
    ...{ sourceKey, atMs: at.getTime(), channel, kind, from, to: [to], subject: null, snippet: text, answers: [] },
    ...{ mailClass: 'person', asked: true, valence: null, benefits: [], order: null, keptLine: null },
  };
}
