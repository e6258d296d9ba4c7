import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportRun } from '#contract/imports.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { Columns } from './columns.tsx';
import { Examples } from './examples.tsx';
import classes from './imports.module.css';
import { OwnAddresses } from './own-addresses.tsx';
import { OwnName } from './own-name.tsx';
import { countFromPeople } from './people-count.ts';
import { Problems } from './problems.tsx';
import { useImportActs } from './use-import-acts.ts';

/** What it would do, before it does anything: how much, of whom, what stays out, and examples with their verdict. */
export function Preview({ run }: { run: ImportRun }) {
  const { formats } = useSpoken();
  const { imports } = useImportWords();
  const { preview: said } = imports;
  const { preview } = run;
  const { start, setColumns } = useImportActs(run.id);
  const [own, setOwn] = useState<readonly string[]>(() => suggestOwn(run));
  if (!preview) return null;
  const isMail = preview.brings === 'mail';
  const isChat = preview.brings === 'chats';
  // A chat that says itself who is who asks nothing.
  const asksName = isChat && preview.ownAddresses.length > 0;
  const number = (count: number) => formats.number(count);
  const { counts } = preview;
  const leftOut = [
    counts.lists > 0 && said.lists(number(counts.lists)),
    counts.bulk > 0 && said.bulk(number(counts.bulk)),
    counts.autoReplies > 0 && said.autoReplies(number(counts.autoReplies)),
    counts.bounces > 0 && said.bounces(number(counts.bounces)),
  ].filter((part) => part !== false);
  const comesIn = [
    said.stored(number(countFromPeople(counts))),
    counts.duplicates > 0 && said.duplicates(number(counts.duplicates)),
    counts.corrected > 0 && said.corrected(number(counts.corrected)),
    counts.failed > 0 && said.failed(number(counts.failed)),
    counts.newParties > 0 && said.people(number(counts.newParties)),
  ].filter((part) => part !== false);
  const isReady = !(isMail || asksName) || own.length > 0;
  return (
    <div className={classes.stage}>
      <section aria-labelledby="what">
        <h2 id="what">{said.title}</h2>
        <p className={classes.big}>
          {said.brings[preview.brings](number(preview.sampled))}
          {preview.from && preview.until && (
            <span className="soft"> {said.period(formats.date(preview.from), formats.date(preview.until))}</span>
          )}
        </p>
        <p>{comesIn.join(' · ')}</p>
        {!preview.complete && <p className="soft">{said.partial(number(preview.sampled))}</p>}
        {leftOut.length > 0 && (
          <p className="soft">
            {said.leftOut} {leftOut.join(', ')}.
          </p>
        )}
      </section>
      {isMail && <OwnAddresses found={preview.ownAddresses} chosen={own} onChange={setOwn} />}
      {asksName && <OwnName found={preview.ownAddresses} chosen={own[0] ?? null} onChange={(name) => setOwn([name])} />}
      {preview.columns && <Columns columns={preview.columns} onChange={(columns) => setColumns.mutate(columns)} />}
      {preview.examples.length > 0 && <Examples examples={preview.examples} />}
      {preview.problems.length > 0 && <Problems problems={preview.problems} />}
      {isMail && <p className="soft">{said.private}</p>}
      {isChat && <p className="soft">{said.privateChat}</p>}
      <div className={classes.acts}>
        <Button
          size="md"
          disabled={!isReady}
          loading={start.isPending}
          onClick={() => start.mutate(isMail || asksName ? { ownAddresses: [...own] } : {})}
        >
          {said.start}
        </Button>
        <Button size="md" variant="default" component={Link} to="/import">
          {said.discard}
        </Button>
      </div>
    </div>
  );
}

/** Ticked from the start: the clearest of the found addresses. */
function suggestOwn({ ownAddresses, preview }: ImportRun): string[] {
  if (ownAddresses.length > 0) return [...ownAddresses];
  if (preview?.brings === 'chats') return [];
  const most = preview?.ownAddresses[0]?.count ?? 0;
  return (preview?.ownAddresses ?? []).filter(({ count }) => count >= most * 0.2).map(({ address }) => address);
}
