import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { surveyQueries } from '../../api/survey-queries.ts';
import { AnswerDialog, type AnswerWay } from '../../ui/surveys/answer-dialog.tsx';
import { LinkDialog } from '../../ui/surveys/link-dialog.tsx';
import { SurveyLines } from '../../ui/surveys/survey-lines.tsx';
import classes from '../../ui/surveys/surveys.module.css';
import { useAsk } from '../../ui/surveys/use-ask.ts';
import { useRefuse } from '../../ui/surveys/use-refuse.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useSurveyWords } from '../../ui/words-of/surveys.ts';

/** On the page of a relation: whether they would miss us, and we them. */
export function SurveyPart({ party }: { party: { readonly id: string; readonly name: string } }) {
  const words = useSurveyWords();
  const { formats } = useSpoken();
  const { ask, link, onClose } = useAsk();
  const refuse = useRefuse(party.id);
  const [way, setWay] = useState<AnswerWay | null>(null);
  const { data: said } = useQuery(surveyQueries.ofParty(party.id));
  const missing = useQuery(surveyQueries.candidate(party.id, 'missing')).data?.items[0];
  const four = useQuery(surveyQueries.candidate(party.id, 'four')).data?.items[0];
  if (!said || !missing || !four) return null;
  const { reason, until, hasMail, isNotToAsk } = missing;
  return (
    <section className={classes.part} aria-label={words.section}>
      <h3>{words.section}</h3>
      {said.items.length > 0 ? <SurveyLines surveys={said.items} isOfOne /> : <p className="soft">{words.noneYet}</p>}
      {reason && (
        <p className="soft small">
          {party.name}: {words.reasons[reason]}
          {until && `, ${words.until(formats.date(until))}`}
        </p>
      )}
      <div className={classes.acts}>
        {!reason && hasMail && (
          <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate({ party, kind: 'missing' })}>
            {words.ask}
          </Button>
        )}
        {!four.reason && hasMail && (
          <Button variant="subtle" onClick={() => ask.mutate({ party, kind: 'four' })}>
            {words.askFour}
          </Button>
        )}
        {!reason && (
          <Button variant="subtle" onClick={() => setWay('in-person')}>
            {words.wrote}
          </Button>
        )}
        <Button variant="subtle" onClick={() => setWay('ourselves')}>
          {words.ourselves}
        </Button>
        <Button variant="subtle" onClick={() => setWay('unasked')}>
          {words.missedUs}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => refuse.mutate(!isNotToAsk)}>
          {isNotToAsk ? words.allow : words.refuse}
        </Button>
      </div>
      {link && <LinkDialog link={link} onClose={onClose} />}
      {way && <AnswerDialog party={party} way={way} onClose={() => setWay(null)} />}
    </section>
  );
}
