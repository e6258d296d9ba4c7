/** What may stand behind the question mark in the address bar; anything else is dropped. */
import { blockNames } from '#engine/reading.ts';
import type { AgendaPlace } from '../features/agenda/agenda.tsx';
import { isDay } from '../features/agenda/days.ts';
import { type IdeasPlace, ideaShows } from '../features/ideas/idea-place.ts';
import type { MailPlace } from '../features/mail/inbox.tsx';
import { type RelationPlace, relationTabs } from '../features/relation/relation-place.ts';
import type { ReportsPlace } from '../features/reports/reports.tsx';
import type { TasksPlace } from '../features/tasks/tasks.tsx';
import type { WhatIfPlace } from '../features/what-if/what-if-page.tsx';

type Raw = Record<string, unknown>;

function pick<const T extends string>(search: Raw, name: string, allowed: readonly T[]): { [key: string]: T } {
  const value = search[name];
  return allowed.includes(value as T) ? { [name]: value as T } : {};
}

export function readText<const N extends string>(search: Raw, name: N): { [K in N]?: string } {
  const value = search[name];
  // A token of digits only arrives as a number.
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return text === '' ? {} : ({ [name]: text.slice(0, 400) } as { [K in N]?: string });
}

export function readRelationPlace(search: Raw): RelationPlace {
  return {
    ...pick(search, 'tab', relationTabs),
    ...pick(search, 'block', blockNames),
    ...readText(search, 'tie'),
    ...readText(search, 'kinds'),
  };
}

export function readMailPlace(search: Raw): MailPlace {
  return { ...readText(search, 'box'), ...pick(search, 'unread', ['yes']), ...readText(search, 'q') };
}

export function readTasksPlace(search: Raw): TasksPlace {
  return { ...pick(search, 'who', ['all']), ...pick(search, 'done', ['yes']) };
}

export function readReportsPlace(search: Raw): ReportsPlace {
  return pick(search, 'state', ['waiting', 'due', 'done']);
}

export function readIdeasPlace(search: Raw): IdeasPlace {
  return { ...pick(search, 'show', ideaShows), ...readText(search, 'thing') };
}

export function readWhatIfPlace(search: Raw): WhatIfPlace {
  return { ...readText(search, 'run'), ...readText(search, 'colleague') };
}

export function readAgendaPlace(search: Raw): AgendaPlace {
  return {
    ...pick(search, 'view', ['day', 'month']),
    ...(isDay(search.on) && { on: search.on }),
    ...readText(search, 'with'),
  };
}
