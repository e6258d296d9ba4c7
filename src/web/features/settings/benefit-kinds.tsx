import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BenefitKindLine } from '#contract/benefits.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { giveAndTakeQueries } from '../../api/give-and-take-queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import { BenefitKindForm } from './benefit-kind-form.tsx';
import classes from './settings.module.css';
import { useUndoable } from './use-word-acts.ts';

/** What one thing is worth beside another, on what ground; an owner may say otherwise, dated, and take it back. */
export function BenefitKinds({ isOwner }: { isOwner: boolean }) {
  const { kinds } = useGiveAndTakeWords();
  const asked = useQuery(giveAndTakeQueries.kinds());
  const [open, setOpen] = useState<string | null>(null);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  return (
    <>
      <p className="soft">{kinds.lead}</p>
      <ul className={classes.list}>
        {asked.data.items.map((kind) =>
          open === kind.id ? (
            <li key={kind.id} className={classes.wide}>
              <BenefitKindForm kind={kind} onClose={() => setOpen(null)} />
            </li>
          ) : (
            <KindLine key={kind.id} kind={kind} onOpen={isOwner ? () => setOpen(kind.id) : null} />
          ),
        )}
      </ul>
      {open === 'new' && <BenefitKindForm kind={null} onClose={() => setOpen(null)} />}
      {isOwner && open !== 'new' && (
        <div>
          <Button variant="default" onClick={() => setOpen('new')}>
            {kinds.add}
          </Button>
        </div>
      )}
    </>
  );
}

function KindLine({ kind, onOpen }: { kind: BenefitKindLine; onOpen: (() => void) | null }) {
  const { words, formats } = useSpoken();
  const { kinds } = useGiveAndTakeWords();
  const name = kind.name ?? words.relation.benefits[kind.key] ?? kind.key;
  const remove = useUndoable({
    run: (benefitKindId: string) =>
      api.benefitKinds.remove({ ...nothing, params: { benefitKindId }, headers: newKey() }),
    recordOf: (id) => id,
    say: () => kinds.removed(name),
  });
  const { shipped, since } = kind;
  const history = [
    since && kinds.since(formats.date(since), kind.by),
    since && shipped && kinds.asShipped(formats.number(shipped.weight, 2)),
  ].filter(Boolean);
  const source = shipped && `${words.settings.parameters.grounds[shipped.ground] ?? shipped.ground}.`;
  return (
    <li>
      <span>
        {name} <span className="soft">· {kinds.weight.toLowerCase()}</span>{' '}
        <span className="number">{formats.number(kind.weight, 2)}</span>
      </span>
      <span className="soft small">
        {kind.ground ?? kinds.grounds[kind.key]} {source}
        {history.length > 0 && <> {history.join(', ')}.</>}
      </span>
      <span className={classes.lineActs}>
        {onOpen && (
          <Button size="xs" variant="default" aria-label={kinds.change(name)} onClick={onOpen}>
            {kinds.edit}
          </Button>
        )}
        {onOpen && !kind.isShipped && (
          <CloseButton size="sm" aria-label={kinds.remove(name)} onClick={() => remove.mutate(kind.id)} />
        )}
      </span>
    </li>
  );
}
