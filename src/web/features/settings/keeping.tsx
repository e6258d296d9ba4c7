import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { keepingTouches, OwnRule } from '../../ui/keep-in-touch/own-rule.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './settings.module.css';

/** With whom one keeps in touch, relations and groups; a group is begun here, a relation on its own page. */
export function Keeping() {
  const { touch } = useWords().notifications;
  const asked = useQuery(taskQueries.keeping(null));
  const groups = useQuery(queries.groups());
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const rules = asked.data.items;
  const kept = new Set(rules.map(({ group }) => group?.id));
  const free = (groups.data?.items ?? []).filter(({ id }) => !kept.has(id));
  return (
    <>
      <p className="soft">{touch.lead}</p>
      {rules.length === 0 && <p>{touch.none}</p>}
      {rules.map((rule) => (
        <section key={rule.id} className={classes.part} aria-label={rule.party?.name ?? rule.group?.name}>
          <h3>
            {rule.party ? (
              <Link to="/relations/$partyId" params={{ partyId: rule.party.id }} search={{}}>
                {rule.party.name}
              </Link>
            ) : (
              rule.group?.name
            )}
          </h3>
          <OwnRule rule={rule} name={rule.party?.name ?? rule.group?.name ?? ''} />
        </section>
      ))}
      {free.length > 0 && <StartGroup groups={free} />}
    </>
  );
}

function StartGroup({ groups }: { groups: readonly { readonly id: string; readonly name: string }[] }) {
  const { touch } = useWords().notifications;
  const [groupId, setGroupId] = useState<string | null>(null);
  const start = useAct({
    run: (chosen: string) => api.keepInTouch.create({ ...nothing, body: { groupId: chosen }, headers: newKey() }),
    touches: keepingTouches,
    onDone: () => setGroupId(null),
  });
  return (
    <div className={`${classes.part} ${classes.form}`}>
      <Select
        label={touch.group}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={groupId}
        onChange={setGroupId}
      />
      <div>
        <Button
          variant="default"
          disabled={groupId === null}
          loading={start.isPending}
          onClick={() => groupId && start.mutate(groupId)}
        >
          {touch.start}
        </Button>
      </div>
    </div>
  );
}
