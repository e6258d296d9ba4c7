import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseRule } from '#contract/house-rules.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { ideaQueries } from '../../api/idea-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useHouseRuleWords } from '../../ui/words-of/house-rules.ts';
import { HouseRuleCases } from './house-rule-cases.tsx';
import { HouseRuleForm, ruleTouches } from './house-rule-form.tsx';
import classes from './house-rules.module.css';

/** If a relation does this, we do that; and how often that was in time. */
export function HouseRules({ isOwner }: { isOwner: boolean }) {
  const words = useHouseRuleWords();
  const asked = useQuery(ideaQueries.rules());
  const [open, setOpen] = useState<string | null>(null);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const close = () => setOpen(null);
  const { items } = asked.data;
  return (
    <>
      <p className="soft">{words.lead}</p>
      {!isOwner && <p className="soft">{words.ownerOnly}</p>}
      {items.length === 0 && <p>{words.none}</p>}
      <ul className={classes.rules}>
        {items.map((rule) => (
          <li key={rule.id}>
            {open === rule.id ? (
              <HouseRuleForm rule={rule} onClose={close} />
            ) : (
              <RuleLine rule={rule} isOwner={isOwner} onOpen={() => setOpen(rule.id)} />
            )}
          </li>
        ))}
      </ul>
      {isOwner && open === 'new' && <HouseRuleForm rule={null} onClose={close} />}
      {isOwner && open !== 'new' && (
        <div>
          <Button variant="default" onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        </div>
      )}
    </>
  );
}

function RuleLine({ rule, isOwner, onOpen }: { rule: HouseRule; isOwner: boolean; onOpen: () => void }) {
  const { formats } = useSpoken();
  const words = useHouseRuleWords();
  const { sayDone } = useUndoRecord();
  const remove = useAct({
    run: () => api.houseRules.remove({ ...nothing, params: { houseRuleId: rule.id }, headers: newKey() }),
    touches: ruleTouches,
    onDone: () => sayDone(words.removed(rule.act), rule.id),
  });
  const { kept, late, open } = rule.went;
  const facts = [
    words.since(formats.date(`${rule.sinceOn}T12:00:00Z`)),
    ...(rule.assignee ? [words.by(rule.assignee.name)] : []),
  ];
  return (
    <div className={classes.rule}>
      <div>
        <p className={classes.sentence}>
          {words.who} {words.triggers[rule.trigger]}: <strong>{rule.act}</strong>, {words.within(rule.withinDays)}
        </p>
        <p className="soft small">{facts.join(' · ')}</p>
        <p className="small">
          {kept + late === 0 ? (open === 0 ? words.notYet : words.open(open)) : words.went(kept, kept + late)}
          {kept + late > 0 && open > 0 && <span className="soft"> · {words.open(open)}</span>}
        </p>
        {kept + late + open > 0 && <HouseRuleCases houseRuleId={rule.id} />}
      </div>
      {isOwner && (
        <span className={classes.acts}>
          <Button size="xs" variant="default" aria-label={words.edit(rule.act)} onClick={onOpen}>
            {words.change}
          </Button>
          <CloseButton size="sm" aria-label={words.remove(rule.act)} onClick={() => remove.mutate()} />
        </span>
      )}
    </div>
  );
}
