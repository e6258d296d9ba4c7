import { useQuery } from '@tanstack/react-query';
import type { CheckOutcome } from '#contract/check.ts';
import { checkQueries } from '../../api/check-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';
import { Calibrated } from './calibrated.tsx';
import classes from './check.module.css';
import { CheckTable } from './check-table.tsx';

/** Its own predictions, held against what happened. */
export function Check() {
  const { words, formats } = useSpoken();
  const said = useCheckWords();
  const asked = useQuery(checkQueries.check());
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { latest, needed, earlier } = asked.data;
  const n = (count: number) => formats.number(count);
  const tooFew = (count: number) => said.tooFew(n(count), n(needed.all), n(needed.each));
  return (
    <div className={classes.page}>
      <PageHead title={said.title} lead={said.lead} />
      {!latest && <p className={classes.spoken}>{said.never}</p>}
      {latest && (
        <>
          <p className="soft">
            {said.when(formats.date(latest.at), n(latest.outcome.ties), n(latest.outcome.cuts.length))}{' '}
            {latest.outcome.ties < latest.outcome.tiesOf &&
              said.sample(n(latest.outcome.ties), n(latest.outcome.tiesOf))}
          </p>
          <section className={classes.part} aria-labelledby="check-continuation">
            <h2 id="check-continuation">{said.continuation.title}</h2>
            <p className="soft">{said.continuation.lead}</p>
            {latest.outcome.continuation.isEnough ? (
              <Calibrated outcome={latest.outcome} />
            ) : (
              <p className={classes.spoken}>{tooFew(latest.outcome.continuation.count)}</p>
            )}
          </section>
          <CheckTable
            id="check-alarm"
            title={said.alarm.title}
            lead={said.alarm.lead}
            columns={said.alarm.columns}
            table={latest.outcome.alarm}
            sayRow={(row) => said.alarm.rows[row]}
            tooFew={tooFew(latest.outcome.alarm.count)}
            outcome={latest.outcome}
          />
          <CheckTable
            id="check-status"
            title={said.status.title}
            lead={said.status.lead}
            columns={said.status.columns}
            table={latest.outcome.status}
            sayRow={(row) => words.bond.statuses[row]}
            tooFew={tooFew(latest.outcome.status.count)}
            outcome={latest.outcome}
          />
          <Openness openness={latest.outcome.openness} />
        </>
      )}
      {earlier.length > 0 && (
        <section className={classes.part} aria-labelledby="check-earlier">
          <h2 id="check-earlier">{said.earlier}</h2>
          <ul className={classes.earlier}>
            {earlier.map(({ at, count, auc }) => (
              <li key={at} className="soft">
                {said.earlierLine(formats.dateTime(at), n(count), auc === null ? '–' : formats.percent(auc))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Openness({ openness }: { openness: CheckOutcome['openness'] }) {
  const { formats } = useSpoken();
  const said = useCheckWords().openness;
  const { told, silent, isSure } = openness;
  const n = (count: number) => formats.number(count);
  const isEmpty = told.count + silent.count === 0;
  return (
    <section className={classes.part} aria-labelledby="check-openness">
      <h2 id="check-openness">{said.title}</h2>
      {isEmpty ? (
        <p className="soft">{said.none}</p>
      ) : (
        <>
          <p className={classes.spoken}>
            {said.line(n(told.stayed), n(told.count), n(silent.stayed), n(silent.count))}{' '}
            {isSure ? said.sure : said.unsure}
          </p>
          <p className="soft small">{said.how}</p>
        </>
      )}
    </section>
  );
}
