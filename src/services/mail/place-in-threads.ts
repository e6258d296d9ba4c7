/** Finds or makes the conversations of new mails, and says afterwards what those became. */
import type { ConnectionRow } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import type { SharingLevel } from '#store/mail-sharing.ts';
import {
  insertThreads,
  listThreadStates,
  mergeThreads,
  remeasureThreads,
  type ThreadState,
} from '#store/mail-thread-writes.ts';
import { listAnsweringMails, listKnownMails } from '#store/mail-writes.ts';
import { normaliseText } from '../parties/names.ts';
import type { MailItem } from './mail-item.ts';
import { type EarlyAnswer, type PlannedMail, planThreads, type ThreadPlan } from './plan-threads.ts';
import { strictest } from './sharing-levels.ts';

const mostSearched = 20_000;

export interface PlacedThreads {
  threadOf(key: string): string;
  /** What its conversation was set to; null: nothing by itself. */
  sharingOf(key: string): SharingLevel | null;
  /** When the mails are in. */
  settle(tx: Tx): Promise<void>;
}

interface Input {
  readonly connection: Pick<ConnectionRow, 'id'>;
  readonly mails: readonly MailItem[];
  readonly at: Date;
}

export async function placeInThreads(tx: Tx, { connection, mails, at }: Input): Promise<PlacedThreads> {
  const connectionId = connection.id;
  const planned = mails.map(plannedOf);
  const keys = planned.map(({ key }) => key);
  const parents = await listKnownMails(tx, {
    connectionId,
    keys: [...new Set(planned.flatMap((mail) => mail.answers))],
  });
  const answering = await listAnsweringMails(tx, { connectionId, keys });
  const ids = [...new Set([...parents, ...answering].map(({ threadId }) => threadId))];
  const states = new Map((await listThreadStates(tx, ids)).map((state) => [state.id, state]));
  const early = new Map<string, EarlyAnswer[]>();
  for (const { answers, threadId, fromAddress, direction } of answering) {
    const answer = { threadId, from: fromAddress, isOut: direction === 'out' };
    for (const key of answers) early.set(key, [...(early.get(key) ?? []), answer]);
  }
  const plan = planThreads(planned, {
    threadOf: new Map(parents.map(({ messageKey, threadId }) => [messageKey, threadId])),
    people: new Map([...states].map(([id, { addresses }]) => [id, addresses])),
    early,
  });
  const members = Map.groupBy(mails, ({ record }) => plan.threadOf(record.sourceKey));
  await insertThreads(
    tx,
    [...plan.fresh].map((id) => ({ id, connectionId, at })),
  );
  const become = becomeOf(plan, members, states);
  const sharing = new Map(become.map((thread) => [thread.id, thread.sharing]));
  return {
    threadOf: plan.threadOf,
    sharingOf: (key) => sharing.get(plan.threadOf(key)) ?? null,
    async settle(later) {
      await mergeThreads(later, plan.merges);
      await remeasureThreads(later, become);
    },
  };
}

function plannedOf({ record, facts, isSent }: MailItem): PlannedMail {
  const { from, to, cc } = facts;
  return {
    key: record.sourceKey,
    from: from.address,
    addresses: [from, ...to, ...cc].map(({ address }) => address),
    answers: record.answers,
    isOut: isSent,
    sentMs: record.atMs,
  };
}

/** The conversations that are touched, with what they are found by and what they are set to. */
function becomeOf(
  plan: ThreadPlan,
  members: ReadonlyMap<string, readonly MailItem[]>,
  states: ReadonlyMap<string, ThreadState>,
) {
  const absorbed = Map.groupBy(plan.merges, ({ into }) => into);
  const touched = new Set([...members.keys(), ...absorbed.keys()]);
  return [...touched].map((id) => {
    const before = [id, ...(absorbed.get(id) ?? []).map((merge) => merge.absorbed)].flatMap(
      (one) => states.get(one) ?? [],
    );
    const words = (members.get(id) ?? []).flatMap(wordsOf);
    return {
      id,
      searchText: addWords(before.map(({ searchText }) => searchText).join(' '), words),
      sharing: strictest(before.map(({ sharing }) => sharing)),
    };
  });
}

function wordsOf({ record, facts }: MailItem): string[] {
  const people = [facts.from, ...facts.to, ...facts.cc].flatMap(({ address, name }) => [address, name ?? '']);
  return [record.subject ?? '', ...people].map(normaliseText).filter((word) => word !== '');
}

function addWords(text: string, words: readonly string[]): string {
  let all = text.trim();
  for (const word of words) if (!all.includes(word)) all = `${all} ${word}`.trimStart();
  return all.slice(0, mostSearched);
}
