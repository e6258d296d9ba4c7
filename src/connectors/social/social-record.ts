/** What people do to each other in public, each in the same words whatever the network is called. */
import type { ReaderItem } from '#services/connections/reader.ts';
import type { BenefitRecord, IdentityRef } from '#services/imports/connector.ts';
import { cutText, makeLine, makeStorable } from '../storable-text.ts';

export type SocialAct = 'mention' | 'reply' | 'quote' | 'repost' | 'like' | 'follow';

export interface SocialEvent {
  readonly key: string;
  readonly act: SocialAct;
  /** NaN where the source gives no date that can be. */
  readonly atMs: number;
  readonly from: IdentityRef;
  readonly to: readonly IdentityRef[];
  readonly text: string | null;
  readonly link: string | null;
  readonly answers?: readonly string[];
}

/** The log's kinds. A like and a follow are small contact; a mention and a reply are messages in public. */
const kindOf: Readonly<Record<SocialAct, string>> = {
  mention: 'post',
  reply: 'comment',
  quote: 'share',
  repost: 'share',
  like: 'like',
  follow: 'follow',
};

/** Whoever passes us on to their own people does us good, and far less than who brings a customer (2). Design choice. */
const passedOn: BenefitRecord = { giver: 'from', kind: 'referral', weight: 0.25 };

export function makeSocialItem(event: SocialEvent, nowMs: number): ReaderItem {
  const { key, act, from, link, answers = [] } = event;
  const to = othersThan(from, event.to);
  const problem = !Number.isFinite(event.atMs) || event.atMs < 0 ? 'social-date-impossible' : 'social-nobody-else';
  if (problem === 'social-date-impossible' || to.length === 0) {
    return { type: 'failed', position: makeLine(key, 400) ?? '?', problem, raw: null };
  }
  return {
    type: 'interaction',
    record: {
      sourceKey: makeLine(key, 500) ?? '?',
      // A clock that runs ahead there says nothing about when it happened.
      atMs: Math.min(Math.floor(event.atMs), nowMs),
      channel: 'social',
      kind: kindOf[act],
      from,
      to,
      subject: null,
      snippet: snippetOf(event.text),
      answers: answers.slice(0, 20),
      mailClass: 'person',
      asked: null,
      valence: null,
      benefits: act === 'repost' || act === 'quote' ? [passedOn] : [],
      order: null,
      link: httpsOf(link),
    },
  };
}

/** Ten people named in one post are spoken to; a list of a hundred is an audience. */
const mostReceivers = 40;

function othersThan(from: IdentityRef, to: readonly IdentityRef[]): IdentityRef[] {
  const byValue = new Map(to.map((ref) => [ref.value, ref]));
  byValue.delete(from.value);
  return [...byValue.values()].slice(0, mostReceivers);
}

export function snippetOf(text: string | null): string | null {
  return (
    cutText(
      makeStorable(text ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
      500,
    ).trimEnd() || null
  );
}

/** Only what can be opened safely is shown as a link. */
export function httpsOf(link: string | null | undefined): string | null {
  if (!link || link.length > 2_000 || !URL.canParse(link)) return null;
  const url = new URL(link);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

export function handleOf(network: string, account: string, name: string | null, label?: string): IdentityRef {
  const displayName = makeLine(name, 200);
  return {
    kind: 'handle',
    value: makeStorable(`${network}:${account}`).toLowerCase().slice(0, 480),
    displayName: displayName ?? makeLine(label ?? account, 200),
    ...(label === undefined ? {} : { label: makeLine(label, 200) }),
  };
}
