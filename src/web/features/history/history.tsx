import { Link } from '@tanstack/react-router';
import { ChangeList } from '../../ui/changes/change-list.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useWords } from '../../ui/words.tsx';

/** Everything that was changed in the house, newest first, as far as one may see it. */
export function History() {
  const { changes } = useWords();
  return (
    <>
      <PageHead title={changes.title} lead={changes.lead}>
        <Link to="/bin">{changes.toBin}</Link>
      </PageHead>
      <ChangeList />
    </>
  );
}

/** What was taken away and can come back. */
export function Bin() {
  const { changes } = useWords();
  return (
    <>
      <PageHead title={changes.binTitle} lead={changes.binLead}>
        <Link to="/history">{changes.toHistory}</Link>
      </PageHead>
      <ChangeList isBin />
    </>
  );
}
