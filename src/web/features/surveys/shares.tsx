import type { SurveyShares } from '#contract/surveys.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import classes from '../../ui/surveys/surveys.module.css';
import { useSpoken } from '../../ui/words.tsx';
import { useSurveyWords } from '../../ui/words-of/surveys.ts';

const answers = ['very', 'little', 'not'] as const;
const marks = ['quality', 'satisfaction', 'value', 'bond'] as const;

/** Over the whole firm, in words first, and no verdict before there are answers enough. */
export function Shares({ shares }: { shares: SurveyShares }) {
  const words = useSurveyWords();
  const { formats } = useSpoken();
  const { missing, four } = shares;
  const percent = (value: number | null) => formats.percent(value ?? 0);
  const missingAccount = () => (
    <NumberAccount
      says={words.share.account(percent(missing.share), percent(missing.low), percent(missing.high), missing.n)}
      events={answers.map((answer) => ({
        key: answer,
        what: words.share.counted[answer],
        weight: formats.number(missing[answer], 0),
      }))}
      figures={[
        { key: 'rule', what: words.share.rule, value: percent(missing.threshold) },
        { key: 'fewest', what: words.share.fewest, value: formats.number(missing.fewest, 0) },
      ]}
      sources={['design']}
      references={['Wilson 1927, J. Am. Stat. Assoc. 22', 'Ellis 2009']}
    />
  );
  const fourAccount = () => (
    <NumberAccount
      says={words.four.account}
      events={marks.map((mark) => ({
        key: mark,
        what: words.four.marks[mark],
        weight: formats.number(four.marks?.[mark] ?? 0, 1),
      }))}
      figures={[{ key: 'n', what: words.four.answered, value: formats.number(four.n) }]}
      sources={['design']}
      references={['Fornell et al. 1996, J. Marketing 60']}
    />
  );
  return (
    <div className={classes.shares}>
      <p className={classes.sentence}>
        {missing.n === 0 ? (
          words.share.none
        ) : (
          <>
            <OpenNumber title={words.share.title} account={missingAccount}>
              {words.share.says(missing.very, missing.n)}
            </OpenNumber>{' '}
            {words.share.verdicts[missing.verdict](missing.fewest)}
          </>
        )}
      </p>
      <p>
        {four.mean === null ? (
          <span className="soft">{words.four.none}</span>
        ) : (
          <OpenNumber title={words.four.title} account={fourAccount}>
            {words.four.says(formats.number(four.mean, 1), four.n)}
          </OpenNumber>
        )}
      </p>
    </div>
  );
}
