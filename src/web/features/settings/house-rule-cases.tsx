import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ideaQueries } from '../../api/idea-queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useHouseRuleWords } from '../../ui/words-of/house-rules.ts';
import classes from './house-rules.module.css';

/** What "so many of so many in time" is made of. */
export function HouseRuleCases({ houseRuleId }: { houseRuleId: string }) {
  const words = useHouseRuleWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <UnstyledButton className={classes.how} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.hide : words.show}
      </UnstyledButton>
      {isOpen && <Cases houseRuleId={houseRuleId} />}
    </>
  );
}

function Cases({ houseRuleId }: { houseRuleId: string }) {
  const { words: all, formats } = useSpoken();
  const words = useHouseRuleWords();
  const asked = useInfiniteQuery(ideaQueries.cases(houseRuleId));
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const day = (on: string) => formats.shortDate(`${on}T12:00:00Z`, Date.now());
  return (
    <div className={classes.cases}>
      <p className="soft small">{words.how}</p>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <Link to="/relations/$partyId" params={{ partyId: item.party.id }} search={{}}>
              {item.party.name}
            </Link>{' '}
            <span className="soft">
              {words.happened(day(item.happenedOn))}, {words.due(day(item.dueOn))}
              {item.doneAt && `, ${words.doneOn(formats.shortDate(item.doneAt, Date.now()))}`}
            </span>{' '}
            <span>{words.outcomes[item.outcome ?? 'none']}</span>
          </li>
        ))}
      </ul>
      {asked.hasNextPage && (
        <Button size="xs" variant="default" onClick={() => void asked.fetchNextPage()}>
          {all.shell.loadMore}
        </Button>
      )}
    </div>
  );
}
