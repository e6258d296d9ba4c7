/** From what a private mail gave away to proposals for its owner. History of long ago proposes nothing. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import type { InteractionRow } from '#store/interactions.ts';
import { sayLive } from '#store/live.ts';
import { insertProposals, type NewProposal, type ProposalData } from '#store/proposals.ts';
import type { MailHint } from '../imports/connector.ts';
import type { IngestRecord, IngestSource } from '../interactions/ingest-record.ts';
import { readDutchAddress } from '../parties/addresses.ts';

interface Stored {
  readonly source: IngestSource;
  readonly rows: readonly InteractionRow[];
  readonly records: readonly IngestRecord[];
  readonly ownParties: ReadonlySet<string>;
  readonly at: Date;
}

type Draft = Pick<NewProposal, 'kind' | 'key' | 'text' | 'data' | 'dueAt'>;

const dayMs = 86_400_000;
const longestAgoMs = 180 * dayMs;
const longestText = 300;

export async function storeProposals(tx: Tx, { source, rows, records, ownParties, at }: Stored): Promise<void> {
  const { ownerUserId } = source;
  if (ownerUserId === null) return;
  const byKey = new Map(records.map((record) => [record.sourceKey, record]));
  const proposals = rows.flatMap((row) => {
    const record = byKey.get(row.sourceKey);
    const isOld = row.happenedAt.getTime() < at.getTime() - longestAgoMs;
    if (!record || isOld || row.mailClass !== 'person' || row.twinOf !== null) return [];
    const by = ownParties.has(row.fromParty) ? 'ours' : 'theirs';
    // With several outside it is not clear to whom it was said.
    const outside = by === 'theirs' ? [row.fromParty] : row.toParties.filter((id) => !ownParties.has(id));
    const [partyId] = outside;
    if (partyId === undefined || outside.length > 1) return [];
    const { id: interactionId, happenedAt } = row;
    return draftsOf(record, { interactionId, partyId, by }).map(
      (draft): NewProposal => ({ ...draft, id: uuidv7(), ownerUserId, interactionId, partyId, happenedAt }),
    );
  });
  const hasNew = await insertProposals(tx, proposals);
  if (!hasNew) return;
  const partyIds = [...new Set(proposals.map(({ partyId }) => partyId))];
  sayLive(tx, { topics: ['proposals'], partyIds, only: ownerUserId });
}

interface About {
  readonly interactionId: string;
  readonly partyId: string;
  readonly by: 'ours' | 'theirs';
}

function draftsOf(record: IngestRecord, about: About): Draft[] {
  const { interactionId, by } = about;
  const promises = (record.promises ?? []).map(({ text, dueMs }, place): Draft => {
    const dueAt = dueMs === null ? null : new Date(dueMs);
    return { kind: 'promise', key: `promise ${interactionId} ${place}`, text, data: { by }, dueAt };
  });
  const words = (record.snippet ?? record.subject ?? '').slice(0, longestText).trim();
  const isAsked = record.asksAnswer === true && by === 'theirs' && words !== '';
  const question: Draft[] = isAsked
    ? [{ kind: 'question', key: `question ${interactionId}`, text: words, data: { by }, dueAt: null }]
    : [];
  return [...promises, ...question, ...(record.hints ?? []).flatMap((hint) => draftOf(hint, about) ?? [])];
}

function draftOf(hint: MailHint, { interactionId, partyId, by }: About): Draft | null {
  const other = by === 'ours' ? 'theirs' : 'ours';
  switch (hint.kind) {
    case 'thanks':
    case 'help':
    case 'recommendation':
    case 'idea':
    case 'review':
    case 'discount': {
      const data = { by: hint.giver === 'from' ? by : other } as const;
      return { kind: hint.kind, key: `${hint.kind} ${interactionId}`, text: hint.text, data, dueAt: null };
    }
    case 'introduction': {
      const { name, mail, text } = hint;
      // Whom we bring together ourselves we know already.
      if (by === 'ours') return null;
      return {
        kind: 'introduction',
        key: `introduction ${partyId} ${mail ?? name}`,
        text,
        data: { by, name, mail },
        dueAt: null,
      };
    }
    case 'favour':
      // What we ask of them is theirs to remember.
      return by === 'ours'
        ? null
        : { kind: 'favour', key: `favour ${interactionId}`, text: hint.text, data: { by }, dueAt: null };
    case 'stop':
      return by === 'ours'
        ? null
        : { kind: 'stop', key: `stop ${partyId}`, text: hint.text, data: { by }, dueAt: null };
    case 'contact':
      return by === 'ours' ? null : contactOf(hint, partyId);
  }
}

function contactOf({ field, value, label }: Extract<MailHint, { kind: 'contact' }>, partyId: string): Draft | null {
  const plain: ProposalData = { by: 'theirs', field, value, label };
  const draft = {
    kind: 'contact',
    key: `contact ${partyId} ${field} ${value.toLowerCase()}`,
    text: value,
    dueAt: null,
  };
  if (field !== 'address') return { ...draft, data: plain };
  const read = readDutchAddress(value);
  if (!read?.postcode || !read.houseNumber) return null;
  return { ...draft, data: { ...plain, postcode: read.postcode, houseNumber: read.houseNumber } };
}
