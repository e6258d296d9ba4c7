/** How a forum can say at once that something happened. */
import { useWords } from '../../ui/words.tsx';
import classes from './connections.module.css';

export function ForumHook({ connectionId }: { connectionId: string }) {
  const { social } = useWords();
  return (
    <details className={classes.details}>
      <summary>{social.hook}</summary>
      <p className="soft small">{social.hookLead}</p>
      <p className="small">
        {social.hookAddress}: <code>{`${window.location.origin}/api/connections/${connectionId}/told`}</code>
      </p>
      <p className="soft small">{social.hookSecret}</p>
    </details>
  );
}
