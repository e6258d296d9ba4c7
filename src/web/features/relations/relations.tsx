import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type PartyFilter, queries } from '../../api/queries.ts';
import { GlyphLegend } from '../../ui/glyph-legend.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { Filters } from './filters.tsx';
import { NobodyYet } from './nobody-yet.tsx';
import { RelationTable } from './relation-table.tsx';
import classes from './relations.module.css';

const AddRelation = lazy(() => import('./add-relation.tsx').then((loaded) => ({ default: loaded.AddRelation })));

interface Props {
  readonly filter: PartyFilter;
  readonly onFilter: (filter: PartyFilter) => void;
  readonly onOpen: (partyId: string) => void;
}

export function Relations({ filter, onFilter, onOpen }: Props) {
  const { words, formats } = useSpoken();
  const { relations } = words;
  const [isAdding, setAdding] = useState(false);
  const { data: me } = useQuery(queries.me());
  const found = useInfiniteQuery({ ...queries.parties(filter), placeholderData: keepPreviousData });
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? [];
  // Lists show figures worked out a moment ago, and say when.
  const asOf = rows.reduce<string | null>((latest, { figures }) => {
    return figures && (latest === null || figures.asOf > latest) ? figures.asOf : latest;
  }, null);
  const isFiltered = Object.keys(filter).some((name) => name !== 'sort' && name !== 'order');
  const nobody = found.isSuccess && rows.length === 0 && !isFiltered;
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
          <Filters filter={filter} onFilter={onFilter} />
          <p className={classes.count} role="status">
            {found.isSuccess && relations.shown(rows.length, found.hasNextPage)}
            {asOf && ` · ${relations.asOf(formats.dateTime(asOf))}`}
          </p>
          {found.isError ? (
            <Problem error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <RelationTable
              rows={rows}
              isLoading={found.isPending}
              isStale={found.isPlaceholderData}
              filter={filter}
              onFilter={onFilter}
              onOpen={onOpen}
              onNearEnd={() => {
                if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
              }}
            />
          )}
          {found.isSuccess && rows.length === 0 && <p className="soft">{relations.nothingFound}</p>}
        </>
      )}
    </div>
  );
}
