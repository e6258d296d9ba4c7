import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { useSeenVersion } from '../../ui/changes/seen-version.ts';
import { useOthers } from '../../ui/changes/use-others.ts';
import { usePageTitle } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { BlockPanel } from './block-panel.tsx';
import { chooseStrand } from './choose-strand.ts';
import classes from './relation.module.css';
import type { RelationPlace } from './relation-place.ts';
import { RelationTabs } from './relation-tabs.tsx';
import { Story } from './story.tsx';

interface Props {
  readonly partyId: string;
  readonly place: RelationPlace;
  readonly onPlace: (place: RelationPlace) => void;
}

/** One relation: left the story, right what happened and what could. */
export function Relation({ partyId, place, onPlace }: Props) {
  const { relation } = useWords();
  const list = useLocation({ select: ({ state }) => state.list });
  const asked = useQuery(queries.party(partyId));
  const party = asked.data;
  usePageTitle(party?.name ?? relation.untitled);
  useSeenVersion(partyId, party?.version ?? 0);
  useOthers(partyId);
  const strand = party ? chooseStrand({ party, wanted: place.tie }) : null;
  const tie = useQuery({ ...queries.tie(strand?.tieId ?? ''), enabled: strand !== null });
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!party) return null;
  const isStrandChosen = place.tie !== undefined || party.strands.length === 1;
  const { block, ...withoutBlock } = place;
  const shared = { party, tie: tie.data ?? null, place, onPlace };
  return (
    <>
      <p className={`${classes.back} noPrint`}>
        <Link to="/relations" search={list ?? {}}>
          {relation.back}
        </Link>
      </p>
      <div className={classes.page}>
        <Story {...shared} isStrandChosen={isStrandChosen} />
        <div className={classes.right}>
          {block && tie.data && (
            <BlockPanel
              key={`${tie.data.id} ${block}`}
              tie={tie.data}
              block={block}
              party={party}
              onStrand={(tieId) => onPlace({ ...place, tie: tieId })}
              onClose={() => onPlace(withoutBlock)}
            />
          )}
          <RelationTabs {...shared} />
        </div>
      </div>
    </>
  );
}
