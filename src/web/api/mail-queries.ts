/** What is read of mail: conversations, single mails, what one writes, how mailboxes send. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export interface ThreadFilter {
  readonly mailbox?: string;
  readonly unread?: 'true';
  readonly q?: string;
  readonly partyId?: string;
}

export const mailQueries = {
  threads: (filter: ThreadFilter) =>
    infiniteQueryOptions({
      queryKey: ['mail', 'threads', filter],
      queryFn: ({ pageParam }) => {
        const { mailbox, ...rest } = filter;
        const query = { ...rest, ...(mailbox && { mailbox }), ...(pageParam ? { cursor: pageParam } : {}) };
        return api.mailThreads.list({ ...nothing, query });
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  thread: (threadId: string) =>
    infiniteQueryOptions({
      queryKey: ['mail', 'thread', threadId],
      queryFn: ({ pageParam }) =>
        api.mailThreads.get({ ...nothing, params: { threadId }, query: pageParam ? { cursor: pageParam } : {} }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.mails.nextCursor,
    }),
  /** What it says does not change. */
  open: (mailId: string) =>
    queryOptions({
      queryKey: ['mail-body', mailId],
      queryFn: () => api.mails.open({ ...nothing, params: { mailId } }),
      staleTime: Number.POSITIVE_INFINITY,
      retry: 1,
    }),
  outgoing: () =>
    infiniteQueryOptions({
      queryKey: ['mail', 'out', 'open'],
      queryFn: ({ pageParam }) =>
        api.outboxMails.list({ ...nothing, query: { state: 'open', ...(pageParam ? { cursor: pageParam } : {}) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  letter: (outboxId: string) =>
    queryOptions({
      queryKey: ['mail', 'letter', outboxId],
      queryFn: () => api.outboxMails.get({ ...nothing, params: { outboxId } }),
    }),
  senders: () =>
    queryOptions({ queryKey: ['mail', 'senders'], queryFn: () => api.mailSenders.list(nothing), staleTime: 30_000 }),
  sharing: (connectionId: string) =>
    queryOptions({
      queryKey: ['mail', 'sharing', connectionId],
      queryFn: () => api.mailShares.getMailbox({ ...nothing, params: { connectionId } }),
    }),
  templates: () =>
    queryOptions({
      queryKey: ['mail', 'templates'],
      queryFn: () => api.mailTemplates.list(nothing),
      staleTime: 30_000,
    }),
  refusal: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'mail-refusal'],
      queryFn: () => api.mailRefusals.get({ ...nothing, params: { partyId } }),
    }),
};
