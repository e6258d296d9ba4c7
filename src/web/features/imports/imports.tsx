import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ImportRun } from '#contract/imports.ts';
import { queries } from '../../api/queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { DropPlace } from './drop-place.tsx';
import { HowTo } from './how-to.tsx';
import { isBusy } from './import-stage.ts';
import classes from './imports.module.css';

/** Drop files, and what was dropped before. */
export function Imports() {
  const { imports } = useImportWords();
  const navigate = useNavigate();
  const asked = useQuery({
    ...queries.imports(),
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => isBusy(status)) ? 2000 : false),
  });
  const rows = asked.data?.items ?? [];
  return (
    <div className={classes.page}>
      <PageHead title={imports.title} lead={imports.lead} />
      <DropPlace onReady={(importId) => void navigate({ to: '/import/$importId', params: { importId } })} />
      <HowTo isOpen={asked.isSuccess && rows.length === 0} />
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {rows.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{imports.listTitle}</h2>
          <ul className={classes.list}>
            {rows.map((run) => (
              <Earlier key={run.id} run={run} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Earlier({ run }: { run: ImportRun }) {
  const { formats } = useSpoken();
  const { imports } = useImportWords();
  return (
    <li>
      <Link to="/import/$importId" params={{ importId: run.id }}>
        {run.fileName}
      </Link>
      <span className="soft">{formats.dateTime(run.createdAt)}</span>
      <span>{imports.statuses[run.status]}</span>
      <span className="number soft">
        {run.counts.stored > 0 && imports.preview.stored(formats.number(run.counts.stored))}
      </span>
    </li>
  );
}
