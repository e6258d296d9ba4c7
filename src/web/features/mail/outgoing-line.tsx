import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mailQueries } from '../../api/mail-queries.ts';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';

/** One line when something of one's own is not out yet; stronger when it needs somebody. */
export function OutgoingLine() {
  const { out } = useMailWords();
  const { data } = useInfiniteQuery(mailQueries.outgoing());
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const troubled = items.filter(({ state }) => state === 'failed' || state === 'unknown').length;
  if (items.length === 0) return null;
  return (
    <p className={classes.outgoing} data-trouble={troubled > 0}>
      <Link to="/mail/outgoing">{troubled > 0 ? out.troubled(troubled) : out.some(items.length)}</Link>
    </p>
  );
}
