/** While a relation is open: what colleagues change of it is taken in within seconds, and said. */
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Change } from '#contract/changes.ts';
import { api, nothing } from '../../api/client.ts';
import { isLive } from '../../api/live.ts';
import { queries } from '../../api/queries.ts';
import { sayField } from './say-change.ts';
import { useSpeech } from './use-speech.ts';

/** Where the house cannot tell by itself. */
const lookEveryMs = 4000;
const lookAnywayMs = 30_000;
const mostTold = 10;

export function useOthers(partyId: string): void {
  const cache = useQueryClient();
  const speech = useSpeech();
  const { data: me } = useQuery(queries.me());
  const known = useRef<{ readonly partyId: string; readonly ids: ReadonlySet<string> } | null>(null);
  const { data } = useQuery({
    queryKey: ['changes-since', partyId],
    queryFn: () => api.changes.list({ ...nothing, query: { partyId, limit: String(mostTold) } }),
    refetchInterval: () => (isLive() ? lookAnywayMs : lookEveryMs),
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    retry: false,
  });
  useEffect(() => {
    if (!data || !me) return;
    const before = known.current?.partyId === partyId ? known.current.ids : null;
    known.current = { partyId, ids: new Set(data.items.map(({ id }) => id)) };
    const news = before ? data.items.filter(({ id, by }) => !before.has(id) && by?.id !== me.user.id) : [];
    if (news.length === 0) return;
    void cache.invalidateQueries({ queryKey: ['party', partyId] });
    for (const change of news.filter((item) => isOfRecord(item, partyId)).toReversed()) tell(change, speech);
  }, [data, me, partyId, cache, speech]);
}

function isOfRecord(change: Change, partyId: string): boolean {
  return change.noun === 'party' && change.recordId === partyId && change.act === 'update' && change.by !== null;
}

function tell({ id, by, fields }: Change, speech: ReturnType<typeof useSpeech>): void {
  const names = speech.formats.list(fields.map(({ name }) => sayField(name, speech)));
  notifications.show({
    id: `others-${id}`,
    message: speech.words.changes.meanwhile(by?.name ?? '', names),
    autoClose: 9000,
  });
}
