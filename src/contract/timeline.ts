/** Everything that happened with a relation, in one line of time. */
import { z } from 'zod';
import { file } from './files.ts';
import { note } from './notes.ts';
import { timelineKinds } from './timeline-kinds.ts';
import { calendarDate, id, instant } from './values.ts';

export const timelineKind = z.enum(timelineKinds);
export type { TimelineKind } from './timeline-kinds.ts';

/** mail,call,note; absent: all. */
export const timelineFilter = z
  .string()
  .max(200)
  .transform((value) => value.split(','))
  .pipe(z.array(timelineKind).min(1).max(timelineKinds.length));

const named = z.object({ id, name: z.string() });
const side = z.enum(['ours', 'theirs']);
/** It stands on top of the timeline. */
const isPinned = z.boolean();

/** One interaction, as far as the reader may see it. */
export const timelineMoment = z.object({
  noun: z.literal('interaction'),
  id,
  isPinned,
  tieId: id,
  at: instant,
  channel: z.string(),
  kind: z.string(),
  /** 'ours': from us to them. */
  direction: side,
  ours: named,
  theirs: named,
  receiverCount: z.int(),
  subject: z.string().nullable(),
  snippet: z.string().nullable(),
  /** What stays with us of it. */
  keptLine: z.string().nullable(),
  /** Where it can be read, through which account it was found, and when; null where there is no such place. */
  /** The conversation it can be read in. */
  threadId: id.nullable(),
  found: z.object({ link: z.string(), through: z.string(), at: instant }).nullable(),
  /** True: only that and when is shown, the text is its owner's. */
  textWithheld: z.boolean(),
  /** True: the reader may share the text with colleagues. */
  mayShare: z.boolean(),
  shared: z.boolean(),
  benefits: z.array(z.object({ kind: z.string(), weight: z.number(), giver: side })),
  files: z.array(file),
  version: z.int(),
});
export type TimelineMoment = z.infer<typeof timelineMoment>;

export const timelineItem = z.discriminatedUnion('noun', [
  timelineMoment,
  z.object({ noun: z.literal('note'), id, isPinned, at: instant, note }),
  z.object({
    noun: z.literal('task'),
    id,
    isPinned,
    at: instant,
    title: z.string(),
    assignee: named,
    dueOn: calendarDate.nullable(),
    dueTime: z.string().nullable(),
    doneAt: instant.nullable(),
    doneBy: named.nullable(),
  }),
  z.object({
    noun: z.literal('promise'),
    id,
    isPinned,
    at: instant,
    party: named,
    colleague: named,
    owedBy: side,
    text: z.string(),
    dueAt: instant,
    settledAt: instant.nullable(),
    outcome: z.string().nullable(),
  }),
  z.object({
    noun: z.literal('fault'),
    id,
    isPinned,
    at: instant,
    party: named,
    what: z.string(),
    madeGoodAt: instant.nullable(),
    madeGoodHow: z.string().nullable(),
  }),
  /** Something of ours that came of an idea of theirs; `at` is the day it was there. */
  z.object({
    noun: z.literal('idea'),
    id,
    isPinned,
    at: instant,
    party: named,
    text: z.string(),
    deliveredIn: z.string().nullable(),
    isTold: z.boolean(),
    isThanked: z.boolean(),
    naming: z.enum(['unasked', 'asked', 'yes', 'no']),
  }),
  z.object({ noun: z.literal('file'), id, isPinned, at: instant, file }),
  /** What they published to everybody, found in their feed. */
  z.object({
    noun: z.literal('publication'),
    id,
    isPinned,
    at: instant,
    party: named,
    title: z.string(),
    summary: z.string().nullable(),
    link: z.string().nullable(),
    /** The feed, as it calls itself; null where it was taken away for good. */
    through: z.string().nullable(),
    foundAt: instant,
  }),
  z.object({
    noun: z.literal('change'),
    id,
    at: instant,
    by: named.nullable(),
    /** Of what: the relation itself, or a declared link of it. */
    of: z.string(),
    act: z.enum(['create', 'update', 'remove', 'restore']),
    fields: z.array(z.string()),
    origin: z.string(),
  }),
]);
export type TimelineItem = z.infer<typeof timelineItem>;
