import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Hook, HookDelivery } from '#contract/hooks.ts';
import { hookQueries } from '../../api/hook-queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';
import { sayProblem } from './say-sight.ts';

interface Props {
  readonly hook: Hook;
  readonly onRetry: () => void;
  readonly isRetrying: boolean;
}

/** What came in, newest first, and what became of it. */
export function Deliveries({ hook, onRetry, isRetrying }: Props) {
  const { deliveries } = useHookWords();
  const asked = useInfiniteQuery(hookQueries.deliveries(hook.id));
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const failed = items.filter(({ outcome }) => outcome === 'failed').length;
  return (
    <section className={classes.part} aria-labelledby="deliveries">
      <h2 id="deliveries">{deliveries.title}</h2>
      {asked.isSuccess && items.length === 0 && <p className="soft">{deliveries.none}</p>}
      {failed > 0 && (
        <div>
          <Button variant="default" onClick={onRetry} loading={isRetrying}>
            {deliveries.retry(Math.max(failed, hook.counts.failed))}
          </Button>
        </div>
      )}
      <ul className={classes.list}>
        {items.map((delivery) => (
          <DeliveryLine key={delivery.id} hookId={hook.id} delivery={delivery} />
        ))}
      </ul>
      {asked.hasNextPage && (
        <div>
          <Button variant="default" onClick={() => void asked.fetchNextPage()}>
            {deliveries.more}
          </Button>
        </div>
      )}
      <p className="soft small">{deliveries.kept}</p>
    </section>
  );
}

function DeliveryLine({ hookId, delivery }: { hookId: string; delivery: HookDelivery }) {
  const { formats } = useSpoken();
  const said = useHookWords();
  const { deliveries } = said;
  const [isOpen, setOpen] = useState(false);
  const at = formats.dateTime(delivery.at);
  return (
    <li className={classes.line}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        aria-label={deliveries.show(at)}
        onClick={() => setOpen(!isOpen)}
      >
        {at}
      </Button>
      <span className={delivery.outcome === 'failed' ? classes.failure : 'soft'}>
        {delivery.outcome === 'failed' && delivery.problem
          ? sayProblem(delivery, said)
          : deliveries.outcomes[delivery.outcome]}
      </span>
      {delivery.party && (
        <Link to="/relations/$partyId" params={{ partyId: delivery.party.id }}>
          {delivery.party.name}
        </Link>
      )}
      {isOpen && <RawMessage hookId={hookId} deliveryId={delivery.id} />}
    </li>
  );
}

function RawMessage({ hookId, deliveryId }: { hookId: string; deliveryId: string }) {
  const asked = useQuery(hookQueries.delivery({ hookId, deliveryId }));
  // Scrolls sideways, so that it can be reached by keyboard.
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className={classes.raw} tabIndex={0}>
      {asked.data ? pretty(asked.data.raw) : ''}
    </pre>
  );
}

function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
