import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { ideaQueries } from '../../api/idea-queries.ts';
import { AddIdea } from '../../ui/ideas/add-idea.tsx';
import { IdeaList } from '../../ui/ideas/idea-list.tsx';
import { useWords } from '../../ui/words.tsx';
import { useIdeaWords } from '../../ui/words-of/ideas.ts';
import classes from './expectations.module.css';

/** What they, or who works there, thought of; and what came of it. */
export function GivenIdeas({ party }: { party: Party }) {
  const { shell } = useWords();
  const ideas = useIdeaWords();
  const [isAdding, setAdding] = useState(false);
  const asked = useInfiniteQuery(ideaQueries.list({ partyId: party.id }));
  if (!asked.data) return null;
  const items = asked.data.pages.flatMap((page) => page.items);
  return (
    <section className={classes.part} aria-label={ideas.section}>
      <div className={classes.head}>
        <div>
          <h3>{ideas.section}</h3>
          <p className="soft">{items.length === 0 ? ideas.sectionEmpty(party.name) : ideas.sectionLead(party.name)}</p>
        </div>
        {!isAdding && (
          <Button variant="default" className="noPrint" onClick={() => setAdding(true)}>
            {ideas.write}
          </Button>
        )}
      </div>
      {isAdding && <AddIdea partyId={party.id} onClose={() => setAdding(false)} />}
      <IdeaList ideas={items} isPartyHidden={party.kind === 'person'} />
      {asked.hasNextPage && (
        <div>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        </div>
      )}
    </section>
  );
}
