/**
 * Which conversation each new mail belongs to. It joins what it says to answer only when its sender was in that
 * conversation already: anybody can write any In-Reply-To into a mail.
 */
import { v7 as uuidv7 } from 'uuid';

export interface PlannedMail {
  readonly key: string;
  readonly from: string;
  /** Everybody in it, the sender too. */
  readonly addresses: readonly string[];
  /** Nearest first. */
  readonly answers: readonly string[];
  /** The mailbox's owner wrote it. */
  readonly isOut: boolean;
  readonly sentMs: number;
}

/** One in the mailbox that came before what it answers. */
export interface EarlyAnswer {
  readonly threadId: string;
  readonly from: string;
  readonly isOut: boolean;
}

export interface KnownThreads {
  /** By the key of a mail that is there. */
  readonly threadOf: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, Iterable<string>>;
  /** By the key of what they answer. */
  readonly early: ReadonlyMap<string, readonly EarlyAnswer[]>;
}

export interface ThreadPlan {
  threadOf(key: string): string;
  /** Made for these mails. */
  readonly fresh: ReadonlySet<string>;
  /** Known ones that turned out to be part of another. */
  readonly merges: readonly { readonly absorbed: string; readonly into: string }[];
}

export function planThreads(mails: readonly PlannedMail[], known: KnownThreads): ThreadPlan {
  const threadOf = new Map(known.threadOf);
  const people = new Map([...known.people].map(([id, addresses]) => [id, new Set(addresses)]));
  const early = new Map([...known.early].map(([key, answers]) => [key, [...answers]]));
  const made = new Set<string>();
  const joined = new Map<string, string>();
  const find = (id: string): string => {
    const next = joined.get(id);
    return next === undefined ? id : find(next);
  };
  const peopleOf = (id: string): Set<string> => {
    const there = people.get(id) ?? new Set<string>();
    people.set(id, there);
    return there;
  };
  const mayJoin = (who: { from: string; isOut: boolean }, id: string): boolean =>
    who.isOut || peopleOf(id).has(who.from);

  const findJoined = (mail: PlannedMail): string | null => {
    for (const key of mail.answers) {
      const parent = threadOf.get(key);
      if (parent !== undefined && mayJoin(mail, find(parent))) return find(parent);
    }
    return null;
  };
  const join = (one: string, other: string): void => {
    // What was there before stays, so that links to it hold.
    const [stays, goes] = made.has(one) && !made.has(other) ? [other, one] : [one, other];
    joined.set(goes, stays);
    for (const address of peopleOf(goes)) peopleOf(stays).add(address);
  };

  for (const mail of mails.toSorted((left, right) => left.sentMs - right.sentMs)) {
    let thread = findJoined(mail);
    if (thread === null) {
      thread = uuidv7();
      made.add(thread);
    }
    for (const address of mail.addresses) peopleOf(thread).add(address);
    threadOf.set(mail.key, thread);
    for (const answer of early.get(mail.key) ?? []) {
      const other = find(answer.threadId);
      const here = find(thread);
      if (other !== here && mayJoin(answer, here) && mayJoin(mail, other)) join(here, other);
    }
    for (const key of mail.answers) {
      const answer = { threadId: thread, from: mail.from, isOut: mail.isOut };
      early.set(key, [...(early.get(key) ?? []), answer]);
    }
  }
  return {
    threadOf(key) {
      const thread = threadOf.get(key);
      if (thread === undefined) throw new Error('a mail that was not planned has no conversation');
      return find(thread);
    },
    fresh: new Set([...made].filter((id) => !joined.has(id))),
    merges: [...joined.keys()].filter((id) => !made.has(id)).map((absorbed) => ({ absorbed, into: find(absorbed) })),
  };
}
