/**
 * Who brought us somebody gave us something: written by itself once the link stands, and again when the newcomer first buys.
 * Keys name the link, so however often it is asked there is one of each, and a replay of the log has them like any other.
 */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import {
  findWrittenIntroduction,
  type IntroductionRow,
  type IntroductionStep,
  listIntroductions,
  listTouchedIntroductions,
  putIntroducedBenefit,
} from '#store/introductions.ts';
import { ensureSource } from '#store/sources.ts';
import type { Actor } from '../context.ts';
import { getFirm } from '../firm.ts';
import { startOfDayMs } from '../firm-days.ts';
import type { IngestInput, IngestRecord } from '../interactions/ingest-record.ts';
import { takeOutInteractions } from '../interactions/take-out-interactions.ts';
import { dayNumberOfDate } from '../tasks/task-dates.ts';

/** The way into the log, lent by who owns it. */
type Ingest = (
  tx: Tx,
  input: IngestInput,
) => Promise<{ readonly ids: ReadonlyMap<string, string>; readonly tieIds: readonly string[] }>;

interface Keeping {
  readonly relationIds: readonly string[];
  /** In which somebody wrote the introduction down, where that is known. */
  readonly writtenIn?: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly importId?: string | null;
  readonly ingest: Ingest;
}

const dayMs = 86_400_000;
/** Written down by hand so long before or after the link: that one counts, and no second. */
const adoptedWithinMs = 14 * dayMs;
/** An order of the day before is the same news. */
const boughtBeforeMs = dayMs;

/** Answers the ties that were touched. */
export async function keepIntroductions(tx: Tx, keeping: Keeping): Promise<string[]> {
  const touched: string[] = [];
  for (const row of await listIntroductions(tx, keeping.relationIds)) {
    const introducedMs = await readIntroducedMs(tx, row, keeping.at);
    const receiverId = await keepBrought(tx, { row, introducedMs, keeping, touched });
    const boughtMs = row.firstOrderAt === null ? null : Date.parse(row.firstOrderAt);
    // Who bought from us before was a customer already.
    if (boughtMs === null || boughtMs < introducedMs - boughtBeforeMs) continue;
    await write(tx, { step: 'bought', row, receiverId, atMs: boughtMs, keeping, touched });
  }
  return touched;
}

/** What an introduction follows from: an order of the newcomer, or that it was written down by somebody. */
interface News {
  readonly kind: string;
  readonly fromParty: string;
  readonly toParties: readonly string[];
  readonly benefits: readonly { readonly kind: string }[];
}

const tells = (kind: string) => kind === 'introduction' || kind === 'referral';

/** After orders and introductions came in. */
export async function keepTouchedIntroductions(
  tx: Tx,
  { news, ...keeping }: Omit<Keeping, 'relationIds'> & { news: readonly News[] },
): Promise<string[]> {
  const buyerIds = news.filter(({ kind }) => kind === 'order').map(({ fromParty }) => fromParty);
  const tellers = news.filter(({ kind, benefits }) => tells(kind) || benefits.some((given) => tells(given.kind)));
  if (buyerIds.length + tellers.length === 0) return [];
  const tellerIds = tellers.flatMap(({ fromParty, toParties }) => [fromParty, ...toParties]);
  const relationIds = await listTouchedIntroductions(tx, { buyerIds, tellerIds });
  return relationIds.length === 0 ? [] : keepIntroductions(tx, { ...keeping, relationIds });
}

interface Step {
  readonly row: IntroductionRow;
  readonly keeping: Keeping;
  readonly touched: string[];
}

/** Answers to whom of us it was. */
async function keepBrought(tx: Tx, { row, introducedMs, keeping, touched }: Step & { introducedMs: number }) {
  const { brought, relationId, newcomerId } = row;
  const own = keeping.actor.kind === 'user' ? keeping.actor.partyId : null;
  const { partyId: firmPartyId } = await getFirm(tx);
  const usual = own ?? firmPartyId;
  if (brought && !brought.isOurs) return brought.receiverId ?? usual;
  const window = { fromMs: introducedMs - adoptedWithinMs, untilMs: introducedMs + adoptedWithinMs };
  const written =
    keeping.writtenIn === undefined
      ? await findWrittenIntroduction(tx, { introducerId: row.introducerId, ...window })
      : { interactionId: keeping.writtenIn, receiverId: usual };
  if (written) {
    const { interactionId } = written;
    // Ours was written before somebody's own word of it came.
    if (brought) touched.push(...(await takeOutInteractions(tx, { ids: [brought.interactionId], at: keeping.at })));
    await putIntroducedBenefit(tx, { relationId, step: 'brought', interactionId, newcomerId, isOurs: false });
    return written.receiverId;
  }
  const receiverId = brought?.receiverId ?? usual;
  await write(tx, { step: 'brought', row, receiverId, atMs: introducedMs, keeping, touched });
  return receiverId;
}

interface Written extends Step {
  readonly step: IntroductionStep;
  readonly receiverId: string;
  readonly atMs: number;
}

async function write(tx: Tx, { step, row, receiverId, atMs, keeping, touched }: Written): Promise<void> {
  const { actor, at, importId = null, ingest } = keeping;
  const house = { kind: 'introductions', label: 'introductions', ownerUserId: null, isPrivate: false, isLive: true };
  const source = await ensureSource(tx, { ...house, id: uuidv7(), createdAt: at });
  const record = recordOf({ step, row, receiverId, atMs });
  const { ids, tieIds } = await ingest(tx, {
    source: { number: source.number, ownerUserId: null, isDerived: true },
    records: [record],
    ...{ actor, at, importId },
  });
  touched.push(...tieIds);
  const interactionId = ids.get(record.sourceKey);
  // Somebody deleted it: it is not written again.
  if (interactionId === undefined) return;
  const { relationId, newcomerId } = row;
  await putIntroducedBenefit(tx, { relationId, step, interactionId, newcomerId, isOurs: true });
}

/** No words: who is meant is told from the link, to those who may see them. */
function recordOf({
  step,
  row,
  receiverId,
  atMs,
}: Pick<Written, 'step' | 'row' | 'receiverId' | 'atMs'>): IngestRecord {
  const isFirst = step === 'brought';
  return {
    sourceKey: `${step} ${row.relationId}`,
    atMs,
    channel: 'other',
    // That the newcomer buys is nothing the one who brought them did that day: a benefit, and no contact.
    kind: isFirst ? 'introduction' : 'note',
    from: { kind: 'party', partyId: row.introducerId },
    to: [{ kind: 'party', partyId: receiverId }],
    ...{ subject: null, snippet: null, answers: [], mailClass: 'person', asked: true, valence: null, order: null },
    benefits: [{ giver: 'from', kind: isFirst ? 'introduction' : 'referral', weight: null }],
  };
}

async function readIntroducedMs(tx: Tx, row: IntroductionRow, at: Date): Promise<number> {
  if (row.fromOn === null) return Math.min(row.createdAt.getTime(), at.getTime());
  const { timeZone } = await getFirm(tx);
  const noonMs = startOfDayMs(dayNumberOfDate(row.fromOn), timeZone) + dayMs / 2;
  return Math.min(noonMs, at.getTime());
}
