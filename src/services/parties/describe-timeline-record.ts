/** What stands beside the log on a timeline, from the JSON it was read as. */
import type { AttachedFile } from '#contract/files.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { TimelineItem } from '#contract/timeline.ts';
import type { RecordNoun, TimelineRecord } from '#store/timeline-records.ts';

type Data = TimelineRecord['data'];
type Head = { readonly id: string; readonly at: string; readonly isPinned: boolean };
type Describe = (head: Head, data: Data, files: AttachedFile[]) => TimelineItem;

export function describeTimelineRecord(row: TimelineRecord, files: AttachedFile[], isPinned: boolean): TimelineItem {
  return describers[row.noun]({ id: row.id, at: row.at.toISOString(), isPinned }, row.data, files);
}

const describers: Readonly<Record<RecordNoun, Describe>> = {
  note: (head, data, files) => ({
    ...head,
    noun: 'note',
    note: {
      id: head.id,
      party: named(data, 'party'),
      author: named(data, 'author'),
      body: data.body as RichText,
      text: textOf(data.plainText),
      isPrivate: data.isPrivate === true,
      isPinned: head.isPinned,
      files,
      version: Number(data.version),
      createdAt: head.at,
      updatedAt: instantOf(data.updatedAt) ?? head.at,
    },
  }),
  task: (head, data) => ({
    ...head,
    noun: 'task',
    title: textOf(data.title),
    assignee: named(data, 'assignee'),
    dueOn: textOrNull(data.dueOn),
    dueTime: textOrNull(data.dueTime),
    doneAt: instantOf(data.doneAt),
    doneBy: typeof data.doneById === 'string' ? named(data, 'doneBy') : null,
  }),
  promise: (head, data) => ({
    ...head,
    noun: 'promise',
    party: named(data, 'party'),
    colleague: named(data, 'colleague'),
    owedBy: data.isOurs === true ? 'ours' : 'theirs',
    text: textOf(data.text),
    dueAt: instantOf(data.dueAt) ?? head.at,
    settledAt: instantOf(data.settledAt),
    outcome: textOrNull(data.outcome),
  }),
  fault: (head, data) => ({
    ...head,
    noun: 'fault',
    party: named(data, 'party'),
    what: textOf(data.what),
    madeGoodAt: instantOf(data.madeGoodAt),
    madeGoodHow: textOrNull(data.madeGoodHow),
  }),
  idea: (head, data) => ({
    ...head,
    noun: 'idea',
    party: named(data, 'party'),
    text: textOf(data.text),
    deliveredIn: textOrNull(data.deliveredIn),
    isTold: data.isTold === true,
    isThanked: data.isThanked === true,
    naming: data.naming as 'unasked' | 'asked' | 'yes' | 'no',
  }),
  file: (head, data) => ({
    ...head,
    noun: 'file',
    file: {
      id: head.id,
      noun: data.noun as AttachedFile['noun'],
      recordId: textOf(data.recordId),
      party: named(data, 'party'),
      name: textOf(data.name),
      sizeBytes: Number(data.sizeBytes),
      mediaType: textOf(data.mediaType),
      sha256: textOf(data.sha256),
      uploadedBy: data.uploadedBy === null ? null : { id: textOf(data.uploadedBy), name: textOf(data.uploaderName) },
      createdAt: head.at,
    },
  }),
  publication: (head, data) => ({
    ...head,
    noun: 'publication',
    party: named(data, 'party'),
    title: textOf(data.title),
    summary: textOrNull(data.summary),
    link: textOrNull(data.link),
    through: textOrNull(data.through),
    foundAt: instantOf(data.foundAt) ?? head.at,
  }),
  change: ({ id, at }, data) => ({
    id,
    at,
    noun: 'change',
    by: data.byId === null ? null : named(data, 'by'),
    of: textOf(data.of),
    act: data.act as 'create' | 'update' | 'remove' | 'restore',
    fields: (data.fields as string[]).toSorted(),
    origin: textOf(data.origin),
  }),
};

function named(data: Data, of: string): { id: string; name: string } {
  return { id: textOf(data[`${of}Id`]), name: textOf(data[`${of}Name`]) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function instantOf(value: unknown): string | null {
  return typeof value === 'string' ? new Date(value).toISOString() : null;
}
