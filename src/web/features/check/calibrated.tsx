import type { CheckOutcome } from '#contract/check.ts';
import { OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';
import classes from './check.module.css';
import { CheckAccount } from './check-account.tsx';

/** Fewer in a row of the table say nothing. */
const leastInBin = 10;
/** Closer together than this is close. */
const close = 0.05;

/** What was said beside what happened: in words, as dots beside a line, and as a table. */
export function Calibrated({ outcome }: { outcome: CheckOutcome }) {
  const { formats } = useSpoken();
  const { continuation: said, ofCount, how } = useCheckWords();
  const { count, happened, auc, calibration } = outcome.continuation;
  if (!calibration) return null;
  const off = calibration.observed - calibration.expected;
  const verdict = Math.abs(off) < close ? said.right : off > 0 ? said.low : said.high;
  const bins = calibration.bins.filter((bin) => bin.count > 0);
  const account = () => <CheckAccount outcome={outcome} auc={auc} />;
  return (
    <>
      <p className={classes.spoken}>
        {said.said(formats.number(count), formats.number(happened))} {verdict}
      </p>
      <p className="soft">
        <OpenNumber title={how.title} account={account}>
          {said.ranks(formats.percent(auc ?? 0))} {said.pairs(formats.number(count))}
        </OpenNumber>{' '}
        {said.better(formats.number(calibration.brier, 3), formats.number(calibration.brierOfRate, 3))}
      </p>
      <div className={classes.calibration}>
        <Dots bins={bins} />
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{said.columns.said}</th>
              <th scope="col" className="number">
                {said.columns.did}
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.from}>
                <th scope="row">{formats.percent(bin.expected ?? 0)}</th>
                <td className="number">
                  {bin.count < leastInBin ? (
                    <span className="soft">{said.fewInBin}</span>
                  ) : (
                    <OpenNumber title={how.title} account={account}>
                      {ofCount(
                        formats.percent(bin.observed ?? 0),
                        formats.number(Math.round((bin.observed ?? 0) * bin.count)),
                        formats.number(bin.count),
                      )}
                    </OpenNumber>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const side = 220;

/** On the line said and happened are one; the table beside it says the same. */
function Dots({ bins }: { bins: readonly { expected: number | null; observed: number | null; count: number }[] }) {
  const most = Math.max(...bins.map(({ count }) => count));
  return (
    <svg className={classes.dots} viewBox={`-6 -6 ${side + 12} ${side + 12}`} aria-hidden="true">
      <path d={`M0 ${side}H${side}M0 ${side}V0`} stroke="var(--line-strong)" fill="none" />
      <path d={`M0 ${side}L${side} 0`} stroke="var(--line-strong)" strokeDasharray="3 4" fill="none" />
      {bins.map(({ expected, observed, count }) => (
        <circle
          key={expected}
          cx={(expected ?? 0) * side}
          cy={side - (observed ?? 0) * side}
          r={3 + 6 * Math.sqrt(count / most)}
          fill="var(--petal-trust)"
          fillOpacity={count < leastInBin ? 0.25 : 0.8}
        />
      ))}
    </svg>
  );
}
