import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Party } from '#contract/parties.ts';
import type { Tie } from '#contract/ties.ts';
import { useCurrentInView } from '../../ui/use-current-in-view.ts';
import { useTimePassed } from '../../ui/use-time-passed.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './relation.module.css';
import { type RelationPlace, type RelationTab, relationTabs } from './relation-place.ts';

const Timeline = lazy(() => import('./timeline.tsx').then((loaded) => ({ default: loaded.Timeline })));
const GivenIdeas = lazy(() => import('./given-ideas.tsx').then((loaded) => ({ default: loaded.GivenIdeas })));
const Expectations = lazy(() => import('./expectations.tsx').then((loaded) => ({ default: loaded.Expectations })));
const SurveyPart = lazy(() => import('./survey-part.tsx').then((loaded) => ({ default: loaded.SurveyPart })));
const Attention = lazy(() => import('./attention.tsx').then((loaded) => ({ default: loaded.Attention })));
const Ledger = lazy(() => import('./ledger.tsx').then((loaded) => ({ default: loaded.Ledger })));
const Foundation = lazy(() => import('./foundation.tsx').then((loaded) => ({ default: loaded.Foundation })));
const Year = lazy(() => import('./year.tsx').then((loaded) => ({ default: loaded.Year })));
const YearChange = lazy(() => import('./year-change.tsx').then((loaded) => ({ default: loaded.YearChange })));
const WhatIf = lazy(() => import('./what-if.tsx').then((loaded) => ({ default: loaded.WhatIf })));
const NetworkTab = lazy(() => import('./network-tab.tsx').then((loaded) => ({ default: loaded.NetworkTab })));
const About = lazy(() => import('./about.tsx').then((loaded) => ({ default: loaded.About })));

const MailTab = lazy(() => import('./mail-tab.tsx').then((loaded) => ({ default: loaded.MailTab })));
const ChangeList = lazy(() =>
  import('../../ui/changes/change-list.tsx').then((loaded) => ({ default: loaded.ChangeList })),
);

interface Props {
  readonly party: Party;
  readonly tie: Tie | null;
  readonly place: RelationPlace;
  readonly onPlace: (place: RelationPlace) => void;
}

export function RelationTabs({ party, tie, place, onPlace }: Props) {
  const { relation } = useWords();
  const shown = place.tab ?? 'timeline';
  // Who it is stands there first; what is on the tab, and its code, comes after it.
  const isDrawn = useTimePassed(0);
  const strip = useCurrentInView<HTMLDivElement>(shown);
  const choose = (value: string | null) => onPlace({ ...place, tab: value as RelationTab });
  const panels: Record<RelationTab, React.ReactNode> = {
    timeline: <Timeline party={party} place={place} onPlace={onPlace} />,
    mail: <MailTab partyId={party.id} />,
    ledger: (
      <>
        <Ledger party={party}>
          <Suspense>
            <Expectations party={party} />
            <GivenIdeas party={party} />
          </Suspense>
        </Ledger>
        <SurveyPart party={party} />
        {tie && <Attention tie={tie} partyId={party.id} />}
      </>
    ),
    year: (
      <>
        {tie && <YearChange tie={tie} isOneOfMany={party.strands.length > 1} />}
        <Year partyId={party.id} />
      </>
    ),
    foundation: <Foundation party={party} />,
    whatif: <WhatIf party={party} tie={tie} onStrand={(tieId) => onPlace({ ...place, tie: tieId })} />,
    network: <NetworkTab party={party} />,
    about: <About party={party} tie={tie} />,
    changes: <ChangeList partyId={party.id} />,
  };
  return (
    <Tabs value={shown} onChange={choose} keepMounted={false}>
      <Tabs.List ref={strip} className={`${classes.tabList} ${classes.tabs} noPrint`}>
        {relationTabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {relation.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {relationTabs.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          <Suspense>{isDrawn && panels[tab]}</Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
