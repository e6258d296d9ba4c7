import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import type { Survey } from '#contract/surveys.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { surveyTouches } from '../../api/survey-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../words.tsx';
import { useSurveyWords } from '../words-of/surveys.ts';
import classes from './surveys.module.css';
import { useMissedName } from './use-missed-name.ts';

/** What was asked and said, the latest first. `isOfOne`: on the page of the relation itself. */
export function SurveyLines({ surveys, isOfOne = false }: { surveys: readonly Survey[]; isOfOne?: boolean }) {
  const words = useSurveyWords();
  const { formats } = useSpoken();
  const take = useAct({
    run: (surveyId: string) => api.surveys.withdraw({ ...nothing, params: { surveyId }, headers: newKey() }),
    touches: surveyTouches,
    onDone: () => notifications.show({ message: words.taken }),
  });
  const nameOf = useMissedName(surveys.some(({ reasons }) => reasons.length > 0));
  const nowMs = Date.now();
  return (
    <ul className={classes.list}>
      {surveys.map((survey) => (
        <li key={survey.id} className={classes.line}>
          <div className={classes.said}>
            <p>
              {isOfOne ? (
                titleOf(survey, words)
              ) : (
                <Link to="/relations/$partyId" params={{ partyId: survey.party.id }} search={{ tab: 'ledger' }}>
                  {titleOf(survey, words)}
                </Link>
              )}
            </p>
            <p className="soft">{answerOf(survey, words, formats.date)}</p>
            {survey.reasons.length > 0 && (
              <p className="soft">{words.missed.would(survey.reasons.map(nameOf).join(', '))}</p>
            )}
            {survey.words && <blockquote className={classes.words}>{survey.words}</blockquote>}
          </div>
          <span className="soft small">{formats.shortDate(survey.answeredAt ?? survey.askedAt, nowMs)}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={words.takeOf(survey.party.name)}
            onClick={() => take.mutate(survey.id)}
          >
            {words.take}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useSurveyWords>;

function titleOf({ way, party, answeredAt, kind }: Survey, words: Words): string {
  return way === 'link' && answeredAt === null ? `${party.name}: ${words.kinds[kind]}` : words.ways[way](party.name);
}

function answerOf(survey: Survey, words: Words, date: (at: string) => string): string {
  const { answer, marks, answeredAt, linkUntil } = survey;
  if (answeredAt === null) return linkUntil ? words.waiting(date(linkUntil)) : words.ended;
  if (answer !== null) return words.answers[answer];
  return Object.entries(marks ?? {})
    .map(([mark, grade]) => `${words.four.marks[mark as keyof typeof words.four.marks]} ${grade}`)
    .join(' · ');
}
