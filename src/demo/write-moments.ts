/** The demo's moments, in batches, as if three sources had been listened to for two years. */
import type { Context } from '#services/context.ts';
import type { DemoHouse } from '#services/demo/demo-house.ts';
import { ingestInteractions } from '#services/interactions/ingest-interactions.ts';
import type { IngestRecord } from '#services/interactions/ingest-record.ts';
import { type DemoMoment, type DemoSource, demoSources } from './history.ts';

/** Small enough that the house answers others in between. */
const batchSize = 500;

export async function writeMoments(
  ctx: Context & { db: Parameters<typeof ingestInteractions>[0] },
  { moments, house }: { moments: readonly DemoMoment[]; house: DemoHouse },
): Promise<void> {
  for (const source of Object.keys(demoSources) as DemoSource[]) {
    const records = moments.filter((moment) => moment.source === source).map((moment) => recordOf(moment, house));
    const number = house.sourceNumberOf(demoSources[source]);
    for (let start = 0; start < records.length; start += batchSize) {
      await ingestInteractions(ctx.db, {
        source: { number, ownerUserId: null },
        records: records.slice(start, start + batchSize),
        actor: ctx.actor,
        at: ctx.now(),
        importId: house.importId,
      });
    }
  }
}

function recordOf(moment: DemoMoment, house: DemoHouse): IngestRecord {
  const partyOf = (key: string) => ({ kind: 'party', partyId: house.idOf(key) }) as const;
  const { product, amountMinor } = moment;
  return {
    sourceKey: moment.key,
    atMs: moment.atMs,
    channel: moment.channel,
    kind: moment.kind,
    from: partyOf(moment.from),
    to: moment.to.map(partyOf),
    subject: moment.subject ?? null,
    snippet: moment.text ?? null,
    keptLine: moment.keptLine ?? null,
    answers: moment.answers === undefined ? [] : [moment.answers],
    mailClass: 'person',
    asked: moment.asked ?? null,
    valence: moment.valence ?? null,
    benefits: (moment.benefits ?? []).map(({ weight = null, ...benefit }) => ({ ...benefit, weight })),
    order:
      product === undefined || amountMinor === undefined
        ? null
        : { amountMinor, currency: 'EUR', units: null, product, brand: null, offers: {} },
  };
}
