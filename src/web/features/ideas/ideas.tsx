import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ideaQueries } from '../../api/idea-queries.ts';
import { IdeaList } from '../../ui/ideas/idea-list.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useIdeaWords } from '../../ui/words-of/ideas.ts';
import { filterOf, type IdeasPlace, ideaShows } from './idea-place.ts';
import classes from './ideas.module.css';

const AddIdea = lazy(() => import('../../ui/ideas/add-idea.tsx').then((loaded) => ({ default: loaded.AddIdea })));

interface Props {
  readonly place: IdeasPlace;
  readonly onPlace: (place: IdeasPlace) => void;
}

/** All ideas, or what became one thing and from whom it came. */
export function Ideas({ place, onPlace }: Props) {
  const { words, formats } = useSpoken();
  const ideas = useIdeaWords();
  const [isAdding, setAdding] = useState(false);
  const asked = useInfiniteQuery(ideaQueries.list(filterOf(place)));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const names = [...new Set(items.map(({ party }) => party.name))];
  const ofThing = names.length === 0 ? '' : ideas.thingLead(formats.list(names));
  return (
    <div className={classes.page}>
      {place.thing === undefined ? (
        <PageHead title={ideas.title} lead={ideas.lead}>
          {!isAdding && <Button onClick={() => setAdding(true)}>{ideas.write}</Button>}
        </PageHead>
      ) : (
        <PageHead title={place.thing} lead={ofThing}>
          <Link to="/ideas" search={{}}>
            {ideas.all}
          </Link>
        </PageHead>
      )}
      <Suspense>{isAdding && <AddIdea onClose={() => setAdding(false)} />}</Suspense>
      {place.thing === undefined && (
        <div className={`${classes.shows} noPrint`} role="group" aria-label={ideas.showing}>
          <UnstyledButton aria-pressed={place.show === undefined} onClick={() => onPlace({})}>
            {ideas.shows.all}
          </UnstyledButton>
          {ideaShows.map((show) => (
            <UnstyledButton key={show} aria-pressed={place.show === show} onClick={() => onPlace({ show })}>
              {ideas.shows[show]}
            </UnstyledButton>
          ))}
        </div>
      )}
      {asked.isSuccess && items.length === 0 && (
        <p className={classes.empty}>{place.show === undefined ? ideas.empty : ideas.emptyOf}</p>
      )}
      <IdeaList ideas={items} />
      {asked.hasNextPage && (
        <div className={classes.foot}>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {words.shell.loadMore}
          </Button>
        </div>
      )}
    </div>
  );
}
