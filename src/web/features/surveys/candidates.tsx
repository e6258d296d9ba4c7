import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SurveyCandidate } from '#contract/surveys.ts';
import { surveyQueries } from '../../api/survey-queries.ts';
import classes from '../../ui/surveys/surveys.module.css';
import type { Asking } from '../../ui/surveys/use-ask.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useSurveyWords } from '../../ui/words-of/surveys.ts';

interface Props {
  readonly may: 'true' | 'false';
  readonly onAsk: (asking: Asking) => void;
  readonly onTell: (party: SurveyCandidate['party']) => void;
}

export function Candidates({ may, onAsk, onTell }: Props) {
  const words = useSurveyWords();
  const { words: spoken, formats } = useSpoken();
  const asked = useInfiniteQuery(surveyQueries.candidates(may));
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  if (asked.isSuccess && items.length === 0) {
    return may === 'true' ? <p className="soft">{words.candidates.none}</p> : null;
  }
  return (
    <>
      <ul className={classes.list}>
        {items.map((candidate) => (
          <li key={candidate.party.id} className={classes.line}>
            <div className={classes.said}>
              <Link to="/relations/$partyId" params={{ partyId: candidate.party.id }} search={{}}>
                {candidate.party.name}
              </Link>
              {candidate.reason && (
                <p className="soft small">
                  {words.reasons[candidate.reason]}
                  {candidate.until && `, ${words.until(formats.date(candidate.until))}`}
                </p>
              )}
              {may === 'true' && !candidate.hasMail && <p className="soft small">{words.candidates.noMail}</p>}
            </div>
            {may === 'true' && (
              <span className={classes.acts}>
                {candidate.hasMail && (
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={words.askOf(candidate.party.name)}
                    onClick={() => onAsk({ party: candidate.party, kind: 'missing' })}
                  >
                    {words.ask}
                  </Button>
                )}
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={words.writtenOf(candidate.party.name)}
                  onClick={() => onTell(candidate.party)}
                >
                  {words.wrote}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {asked.hasNextPage && (
        <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {spoken.shell.loadMore}
        </Button>
      )}
    </>
  );
}
