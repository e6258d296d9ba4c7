/** The page a notification is about. */
import type { LinkProps } from '@tanstack/react-router';
import type { Notification } from '#contract/notifications.ts';

type Way = Required<Pick<LinkProps, 'to' | 'params' | 'search'>>;

export function leadsTo({ record, party }: Notification): Way {
  if (record.noun === 'import') return { to: '/import/$importId', params: { importId: record.id }, search: {} };
  if (record.noun === 'connection') return { to: '/connections', params: {}, search: {} };
  if (record.noun === 'outbox-mail') return { to: '/mail/outgoing', params: {}, search: {} };
  if (record.noun === 'report') return { to: '/reports/$reportId', params: { reportId: record.id }, search: {} };
  if (record.noun === 'what-if-run') return { to: '/what-if', params: {}, search: { run: record.id } };
  if (party) return { to: '/relations/$partyId', params: { partyId: party.id }, search: {} };
  return { to: '/tasks', params: {}, search: {} };
}
