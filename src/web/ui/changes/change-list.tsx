import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { Problem } from '../problem.tsx';
import { useWords } from '../words.tsx';
import { ChangeLine } from './change-line.tsx';
import classes from './changes.module.css';
import { useUndo } from './use-undo.tsx';

interface Props {
  /** Of one relation; absent: of the whole house. */
  readonly partyId?: string;
  readonly isBin?: boolean;
}

export function ChangeList({ partyId, isBin = false }: Props) {
  const { changes, shell } = useWords();
  const asked = useInfiniteQuery(queries.changes({ isBin, ...(partyId && { partyId }) }));
  const { undo } = useUndo();
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.isSuccess && items.length === 0) return <p className="soft">{isBin ? changes.binEmpty : changes.empty}</p>;
  return (
    <>
      <ol className={classes.list}>
        {items.map((change) => (
          <ChangeLine
            key={change.id}
            change={change}
            showsParty={partyId === undefined}
            onUndo={(changeId) => undo({ changeId })}
          />
        ))}
      </ol>
      {asked.hasNextPage && (
        <Button
          className="noPrint"
          variant="default"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {shell.loadMore}
        </Button>
      )}
    </>
  );
}
