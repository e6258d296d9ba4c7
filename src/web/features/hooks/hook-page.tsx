/** One address for another program: where it is, how it signs, what its messages mean, what came in. */
import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { HookMapping } from '#contract/hook-mapping.ts';
import type { Hook } from '#contract/hooks.ts';
import { hookQueries } from '../../api/hook-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import { Deliveries } from './deliveries.tsx';
import { HookAddress } from './hook-address.tsx';
import { HookSigning } from './hook-signing.tsx';
import classes from './hooks.module.css';
import { MappingEditor } from './mapping-editor.tsx';
import { Sample } from './sample.tsx';
import { Sights } from './sights.tsx';
import { useHookActs } from './use-hook-acts.ts';

export function HookPage({ hookId }: { hookId: string }) {
  const asked = useQuery(hookQueries.one(hookId));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return asked.data ? <OneHook hook={asked.data} /> : null;
}

function OneHook({ hook }: { hook: Hook }) {
  const { words, formats } = useSpoken();
  const hooks = useHookWords();
  const navigate = useNavigate();
  const acts = useHookActs(hook, {
    onRemoved: () => void navigate({ to: '/settings/$section', params: { section: 'hooks' } }),
  });
  const [mapping, setMapping] = useState<HookMapping>(hook.mapping);
  const [sample, setSample] = useState<string | null>(null);
  const preview = useQuery(hookQueries.preview({ hookId: hook.id, mapping, sample }));
  const write = (next: HookMapping) => {
    setMapping(next);
    acts.change.mutate({ mapping: next });
  };
  return (
    <div>
      <PageHead title={hook.name} lead={hooks.presets[hook.preset]}>
        <Button variant="default" onClick={() => acts.remove.mutate()} aria-label={hooks.remove(hook.name)}>
          {words.shell.remove}
        </Button>
      </PageHead>
      <div className={classes.page}>
        {hook.problemAt && <p className={classes.failure}>{hooks.wrongSignature(formats.dateTime(hook.problemAt))}</p>}
        <HookAddress hook={hook} onRenew={() => acts.renew.mutate()} isRenewing={acts.renew.isPending} />
        <Switch
          label={hooks.pause.label}
          description={hooks.pause.hint}
          checked={!hook.isPaused}
          onChange={(event) => acts.change.mutate({ isPaused: !event.currentTarget.checked })}
        />
        <HookSigning hook={hook} onChange={(body) => acts.change.mutateAsync(body)} />
        <section className={classes.part} aria-labelledby="mapping">
          <h2 id="mapping">{hooks.mapping.title}</h2>
          <p className="soft">{hooks.mapping.lead}</p>
          <Sample sample={sample} onSample={setSample} />
          <div className={classes.beside}>
            <MappingEditor mapping={mapping} leaves={preview.data?.leaves ?? []} onChange={write} />
            <Sights sights={preview.data?.sights ?? []} />
          </div>
        </section>
        <Deliveries hook={hook} onRetry={() => acts.retry.mutate()} isRetrying={acts.retry.isPending} />
      </div>
    </div>
  );
}
