import type { Task } from '#contract/tasks.ts';
import type { TaskRow } from '#store/tasks.ts';
import { groupOf } from './task-dates.ts';

export function describeTask(row: TaskRow, at: { nowMs: number; timeZone: string }): Task {
  return {
    id: row.id,
    title: row.title,
    note: row.note,
    party: row.partyId === null ? null : { id: row.partyId, name: row.partyName ?? '' },
    assignee: { id: row.assigneeId, name: row.assigneeName },
    createdBy: row.createdBy === null ? null : { id: row.createdBy, name: row.createdByName ?? '' },
    dueOn: row.dueOn,
    dueTime: row.dueTime,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    repeat: row.repeat,
    doneAt: row.doneAt?.toISOString() ?? null,
    doneBy: row.doneBy === null ? null : { id: row.doneBy, name: row.doneByName ?? '' },
    group: groupOf(row, at),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}
