import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { networkQueries } from '../../api/network-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import classes from './network.module.css';
import { WeakPoints } from './weak-points.tsx';

const NetworkMap = lazy(() => import('./network-map.tsx').then((loaded) => ({ default: loaded.NetworkMap })));

/** Who knows whom: first to read, then to look at. The map comes when it is asked for, with what draws it. */
export function Network() {
  const { title, lead, map } = useNetworkWords();
  const asked = useQuery(networkQueries.weakPoints());
  const [hasMap, setMap] = useState(false);
  return (
    <div className={classes.page}>
      <PageHead title={title} lead={lead} />
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <WeakPoints weak={asked.data} />}
      <section aria-label={map.title} className={`${classes.section} noPrint`}>
        <h2>{map.title}</h2>
        <p className="soft">
          {map.lead} {map.private}
        </p>
        {hasMap ? (
          <Suspense fallback={<p className="soft">{map.drawing}</p>}>
            <NetworkMap />
          </Suspense>
        ) : (
          <div>
            <Button variant="default" onClick={() => setMap(true)}>
              {map.show}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}
