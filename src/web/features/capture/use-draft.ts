/** What will be recorded: what was understood of the line, unless it was put right by hand. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CaptureInput } from '#contract/captures.ts';
import { queries } from '../../api/queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import type { Benefit } from './benefit-words.ts';
import type { CaptureChannel } from './channel-words.ts';
import { findNamed, matchesName } from './match-name.ts';
import { parseCapture } from './parse-capture.ts';
import type { PromiseSaid } from './promise-words.ts';
import type { ReasonSaid } from './reason-chip.tsx';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Draft {
  readonly who: Named | null;
  readonly channel: CaptureChannel;
  readonly from: 'ours' | 'theirs';
  /** Null: just now. */
  readonly atMs: number | null;
  readonly benefits: readonly Benefit[];
  readonly promise: PromiseSaid | null;
  /** Only where one says so: it is not read from the line. */
  readonly reason: ReasonSaid | null;
  readonly keptLine: string;
  readonly text: string;
}

export type ByHand = Partial<Omit<Draft, 'text'>>;

export function useDraft(near: Named | null) {
  const { locale, formats } = useSpoken();
  const [line, setLine] = useState('');
  const [byHand, setByHand] = useState<ByHand>({});
  const [nowMs] = useState(Date.now);
  const { timeZone } = formats;
  const read = useMemo(
    () => parseCapture(line, { nowMs, timeZone, isEnglish: locale === 'en' }),
    [line, nowMs, timeZone, locale],
  );
  const isNear = near !== null && read.who !== null && matchesName(read.who, near.name);
  const found = useQuery({ ...queries.search(read.who ?? ''), enabled: read.who !== null && !isNear });
  const named = isNear ? near : read.who === null ? null : findNamed(read.who, found.data?.items ?? []);
  const draft: Draft = {
    who: named ?? near,
    channel: read.channel ?? 'call',
    from: read.from,
    atMs: read.atMs,
    benefits: read.benefits,
    promise: read.promise,
    reason: null,
    keptLine: read.keptLine ?? '',
    // A name that was put right by hand is understood as well.
    text: named || byHand.who ? read.text : read.textWithWho,
    ...byHand,
  };
  const put = (part: ByHand) => setByHand((known) => ({ ...known, ...part }));
  const isSearching = read.who !== null && found.isFetching;
  return { line, setLine, draft, put, isSearching, isEmpty: line.trim() === '' && Object.keys(byHand).length === 0 };
}

const kinds = {
  call: 'call',
  video: 'call',
  meeting: 'meeting',
  visit: 'meeting',
  mail: 'message',
  chat: 'message',
} as const;

export function toInput(draft: Draft, who: Named, nowMs: number): CaptureInput {
  const { channel, from, atMs, benefits, promise, reason, keptLine, text } = draft;
  return {
    partyId: who.id,
    at: new Date(atMs ?? nowMs).toISOString(),
    channel,
    kind: kinds[channel],
    from,
    text: text === '' ? null : text,
    keptLine: keptLine.trim() === '' ? null : keptLine.trim(),
    benefits: [...benefits],
    reason: reason && { kind: reason.kind, words: reason.words.trim() === '' ? null : reason.words.trim() },
    promise: promise && {
      owedBy: promise.owedBy,
      text: promise.text,
      dueAt: new Date(promise.dueMs).toISOString(),
    },
  };
}
