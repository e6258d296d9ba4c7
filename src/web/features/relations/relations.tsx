import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type ListState, listQueries } from '../../api/list-queries.ts';
import { queries } from '../../api/queries.ts';
import { GlyphLegend } from '../../ui/glyph-legend.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ListTools } from './list-tools.tsx';
import { NobodyYet } from './nobody-yet.tsx';
import { RelationTable } from './relation-table.tsx';
import classes from './relations.module.css';
import { useListLines } from './use-list-lines.ts';
import { useLasting, usePainted } from './use-painted.ts';
import { useSelection } from './use-selection.ts';
import { ViewTabs } from './view-tabs.tsx';

const BulkBar = lazy(() => import('./bulk-bar.tsx').then((loaded) => ({ default: loaded.BulkBar })));
const AddRelation = lazy(() => import('./add-relation.tsx').then((loaded) => ({ default: loaded.AddRelation })));

/** Who is still typing does not read how many there are. */
const typingPauseMs = 300;

interface Props {
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
  readonly onOpen: (partyId: string) => void;
}

export function Relations({ list, onList, onOpen }: Props) {
  const { words, formats } = useSpoken();
  const { relations, lists } = words;
  const [isAdding, setAdding] = useState(false);
  const { data: me } = useQuery(queries.me());
  const found = useListLines(list);
  const { rows } = found;
  // How many there are is asked when one sees who they are; a list that is all there counts itself.
  const { isPainted, wasPainted } = usePainted(found.answer);
  const isRead = useLasting(isPainted, list.q === undefined ? 0 : typingPauseMs);
  const isThere = found.isSuccess && !found.isStale;
  const isWhole = isThere && !found.hasMore && list.group === undefined;
  const count = useQuery({ ...listQueries.count(list), enabled: isThere && isRead && !isWhole });
  const selection = useSelection(list, rows);
  const arrivedToAdd = useLocation({ select: ({ state }) => (state.isAdding ? (state.__TSR_key ?? 'now') : null) });
  useEffect(() => {
    if (arrivedToAdd !== null) setAdding(true);
  }, [arrivedToAdd]);
  // Lists show figures worked out a moment ago, and say when.
  const asOf = rows.reduce<string | null>((latest, { figures }) => {
    return figures && (latest === null || figures.asOf > latest) ? figures.asOf : latest;
  }, null);
  const isFiltered = list.filter !== undefined || list.q !== undefined;
  const nobody = found.isSuccess && rows.length === 0 && !isFiltered;
  const known = isWhole ? rows.length : count.data?.count;
  const total = known ?? rows.length;
  return (
    <div className={classes.page}>
      <PageHead title={relations.title}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {relations.add}
        </Button>
      </PageHead>
      {isAdding && (
        <Suspense>
          <AddRelation onClose={() => setAdding(false)} onAdded={onOpen} />
        </Suspense>
      )}
      {nobody ? (
        <NobodyYet hasImports={me?.hasImports ?? false} />
      ) : (
        <>
          {rows.length > 0 && <GlyphLegend />}
          <ViewTabs list={list} onList={onList} />
          <FilterBar list={list} onList={onList} />
          <div className={classes.line}>
            <p className={classes.count} role="status">
              {found.isSuccess &&
                (known !== undefined
                  ? lists.total(formats.number(total), total === 1)
                  : relations.shown(rows.length, found.hasMore))}
              {asOf && ` · ${relations.asOf(formats.dateTime(asOf))}`}
            </p>
            <ListTools list={list} onList={onList} selection={selection} />
          </div>
          {found.error ? (
            <Problem error={found.error} onRetry={found.retry} />
          ) : (
            <RelationTable
              lines={found.lines}
              isLoading={found.isPending}
              isStale={found.isStale}
              isPainted={isPainted}
              list={list}
              onList={onList}
              selection={selection}
              onFold={found.fold}
              onNearEnd={found.more}
            />
          )}
          {found.isSuccess && rows.length === 0 && <p className="soft">{relations.nothingFound}</p>}
          {wasPainted && (
            <Suspense>
              <BulkBar list={list} selection={selection} total={total} />
            </Suspense>
          )}
        </>
      )}
    </div>
  );
}
