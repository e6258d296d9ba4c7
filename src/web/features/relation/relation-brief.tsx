import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { BriefView } from '../../ui/brief/brief-view.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';

/** What one wants to know before one speaks to them, on one page to print. */
export function RelationBrief({ partyId }: { partyId: string }) {
  const agenda = useAgendaWords();
  const asked = useQuery(agendaQueries.briefOf(partyId));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  return (
    <>
      <PageHead title={agenda.brief.title} lead={agenda.brief.lead}>
        <Button variant="default" onClick={() => window.print()}>
          {agenda.print}
        </Button>
      </PageHead>
      <BriefView brief={asked.data} />
    </>
  );
}
