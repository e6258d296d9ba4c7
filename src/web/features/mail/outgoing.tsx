/** What one is writing, what is on its way, and what did not arrive: each with the truth about it and what to do. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OutboxMail } from '#contract/outbox.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken, useWords } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';
import { sayState } from './say-state.ts';
import { useThrowAway } from './use-throw-away.ts';

export function Outgoing() {
  const { shell } = useWords();
  const mail = useMailWords();
  const asked = useInfiniteQuery(mailQueries.outgoing());
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <Link to="/mail" search={{}} className={classes.back}>
        ← {mail.read.back}
      </Link>
      <PageHead title={mail.out.title} lead={mail.out.lead} />
      {asked.isSuccess && items.length === 0 && <p className={classes.empty}>{mail.out.empty}</p>}
      <ul className={classes.mails}>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {asked.hasNextPage && (
        <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {shell.loadMore}
        </Button>
      )}
    </div>
  );
}

function Item({ item }: { item: OutboxMail }) {
  const { formats } = useSpoken();
  const { out, inbox } = useMailWords();
  const names = item.to.map(({ name, address }) => name ?? address).join(', ');
  const isTroubled = item.state === 'failed' || item.state === 'unknown';
  return (
    <li className={classes.out}>
      <p>
        <span className={classes.sender}>{item.subject || inbox.noSubject}</span>{' '}
        <span className="soft">{names === '' ? out.toNobody : inbox.to(names)}</span>
      </p>
      <p className={classes.state} data-state={item.state}>
        {sayState(item, { out, formats })}
      </p>
      <p className={`${classes.wide} soft small`}>{item.snippet}</p>
      {isTroubled && (
        <div className={classes.wide}>
          <p>{item.state === 'unknown' ? out.unknown : item.problem && out.problems[item.problem]}</p>
          {item.serverWords && <p className="soft small">{out.serverSaid(item.serverWords)}</p>}
        </div>
      )}
      {item.refused.map(({ address, words: said }) => (
        <p key={address} className={`${classes.wide} small`}>
          {out.refused(address, said)}
        </p>
      ))}
      <Acts item={item} />
    </li>
  );
}

function Acts({ item }: { item: OutboxMail }) {
  const { out, letter } = useMailWords();
  const params = { outboxId: item.id };
  const touches = [['mail']];
  const decide = useAct<'sent' | 'again'>({
    run: (outcome) => api.outboxMails.decide({ ...nothing, params, body: { outcome }, headers: newKey() }),
    touches,
  });
  const recall = useAct({ run: () => api.outboxMails.recall({ ...nothing, params, headers: newKey() }), touches });
  const throwAway = useThrowAway();
  if (item.state === 'sending') return null;
  if (item.state === 'unknown') {
    return (
      <div className={`${classes.wide} ${classes.acts}`}>
        <Button variant="default" onClick={() => decide.mutate('sent')} loading={decide.isPending}>
          {out.itArrived}
        </Button>
        <Button variant="default" onClick={() => decide.mutate('again')} loading={decide.isPending}>
          {out.sendAgain}
        </Button>
      </div>
    );
  }
  return (
    <div className={`${classes.wide} ${classes.acts}`}>
      <Button variant="default" component={Link} to={`/mail/write/${item.id}`}>
        {out.edit}
      </Button>
      {item.state === 'waiting' && (
        <Button variant="default" onClick={() => recall.mutate()} loading={recall.isPending}>
          {letter.recall}
        </Button>
      )}
      <Button variant="subtle" onClick={() => throwAway.mutate(item.id)}>
        {out.remove}
      </Button>
    </div>
  );
}
