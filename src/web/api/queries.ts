/** What the pages read, under stable names, so that one write can freshen every page that shows it. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BlockName } from '#engine/reading.ts';
import { api, nothing } from './client.ts';

export const queries = {
  setup: () => queryOptions({ queryKey: ['setup'], queryFn: () => api.setup.look(nothing) }),
  me: () => queryOptions({ queryKey: ['me'], queryFn: () => api.me.get(nothing), staleTime: 60_000 }),
  today: () => queryOptions({ queryKey: ['today'], queryFn: () => api.today.list(nothing) }),
  search: (q: string) =>
    queryOptions({
      queryKey: ['search', q],
      queryFn: ({ signal }) => api.parties.search({ ...nothing, query: { q, limit: '8' } }, { signal }),
      enabled: q.trim() !== '',
      staleTime: 30_000,
    }),
  party: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId],
      queryFn: () => api.parties.get({ ...nothing, params: { partyId } }),
    }),
  timeline: (partyId: string, kinds?: string) =>
    infiniteQueryOptions({
      queryKey: ['party', partyId, 'timeline', kinds ?? 'all'],
      queryFn: ({ pageParam }) =>
        api.parties.timeline({
          ...nothing,
          params: { partyId },
          query: { ...(kinds && { kinds }), ...(pageParam ? { cursor: pageParam } : {}) },
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  ledger: (partyId: string) =>
    infiniteQueryOptions({
      queryKey: ['party', partyId, 'ledger'],
      queryFn: ({ pageParam }) =>
        api.parties.ledger({ ...nothing, params: { partyId }, query: pageParam ? { cursor: pageParam } : {} }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  history: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'history'],
      queryFn: () => api.parties.history({ ...nothing, params: { partyId } }),
    }),
  changes: ({ isBin, partyId }: { isBin: boolean; partyId?: string }) =>
    infiniteQueryOptions({
      queryKey: ['changes', isBin ? 'bin' : (partyId ?? 'all')],
      queryFn: ({ pageParam }) => {
        const query = pageParam ? { cursor: pageParam } : {};
        if (isBin) return api.changes.bin({ ...nothing, query });
        return api.changes.list({ ...nothing, query: { ...query, ...(partyId && { partyId }) } });
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
      staleTime: 0,
    }),
  ownFields: () => queryOptions({ queryKey: ['fields'], queryFn: () => api.fields.list(nothing), staleTime: 60_000 }),
  promises: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'promises'],
      queryFn: () => api.promises.list({ ...nothing, query: { partyId, open: 'true' } }),
    }),
  faults: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'faults'],
      queryFn: () => api.faults.list({ ...nothing, query: { partyId } }),
    }),
  tie: (tieId: string) =>
    queryOptions({ queryKey: ['tie', tieId], queryFn: () => api.ties.get({ ...nothing, params: { tieId } }) }),
  evidence: (tieId: string, block: BlockName) =>
    queryOptions({
      queryKey: ['tie', tieId, 'evidence', block],
      queryFn: () => api.ties.evidence({ ...nothing, params: { tieId, block } }),
    }),
  triage: () =>
    queryOptions({
      queryKey: ['triage'],
      queryFn: () => api.parties.triage({ ...nothing, query: { limit: '40' } }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  relationTypes: () =>
    queryOptions({ queryKey: ['relation-types'], queryFn: () => api.relationTypes.list(nothing), staleTime: 600_000 }),
  fields: () => queryOptions({ queryKey: ['fields'], queryFn: () => api.fields.list(nothing), staleTime: 60_000 }),
  tags: () => queryOptions({ queryKey: ['tags'], queryFn: () => api.tags.list(nothing), staleTime: 30_000 }),
  groups: () => queryOptions({ queryKey: ['groups'], queryFn: () => api.groups.list(nothing), staleTime: 30_000 }),
  imports: () =>
    queryOptions({ queryKey: ['imports'], queryFn: () => api.imports.list({ ...nothing, query: { limit: '50' } }) }),
  importRun: (importId: string) =>
    queryOptions({
      queryKey: ['imports', importId],
      queryFn: () => api.imports.get({ ...nothing, params: { importId } }),
    }),
  findings: (importId: string) =>
    queryOptions({
      queryKey: ['imports', importId, 'findings'],
      queryFn: () => api.imports.findings({ ...nothing, params: { importId } }),
    }),
  users: () => queryOptions({ queryKey: ['users'], queryFn: () => api.users.list(nothing) }),
  sources: () => queryOptions({ queryKey: ['sources'], queryFn: () => api.sources.list(nothing) }),
  parameterProposal: () =>
    queryOptions({ queryKey: ['parameters', 'proposal'], queryFn: () => api.parameters.proposal(nothing) }),
  parameters: () =>
    queryOptions({ queryKey: ['parameters'], queryFn: () => api.parameters.get(nothing), staleTime: 600_000 }),
};
