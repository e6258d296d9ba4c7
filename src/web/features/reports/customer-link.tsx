import { Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Report } from '#contract/reports.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { reportTouches } from '../../api/report-queries.ts';
import { useAct } from '../../api/use-act.ts';
import classes from '../../ui/reports/reports.module.css';
import { useSpoken } from '../../ui/words.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';
import { MailLink } from './mail-link.tsx';
import { lineOf } from './use-save-report.ts';

/** Made for a customer who wants it, shown this once, withdrawn at once. */
export function CustomerLink({ report }: { report: Report }) {
  const { page } = useReportWords();
  const { formats } = useSpoken();
  const [wants, setWants] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const input = { ...nothing, params: { reportId: report.id } };
  const plain = { touches: reportTouches, line: lineOf(report.id) };
  const make = useAct({
    ...plain,
    run: () => api.reports.makeLink({ ...input, body: { customerWants: true }, headers: newKey() }),
    onDone: (made) => {
      setUrl(made.url);
      if (report.link) notifications.show({ message: page.renewed });
    },
  });
  const revoke = useAct({
    ...plain,
    run: () => api.reports.endLink({ ...input, headers: newKey() }),
    onDone: () => {
      setUrl(null);
      setWants(false);
      notifications.show({ message: page.revoked });
    },
  });
  const { link } = report;
  const isLiving = link?.isLiving ?? false;
  if (!isLiving) {
    return (
      <div className={classes.linking}>
        <p>{link ? page.ended : page.none}</p>
        <Checkbox
          label={page.wants(report.party.name)}
          checked={wants}
          onChange={(event) => setWants(event.currentTarget.checked)}
        />
        <Button disabled={!wants} loading={make.isPending} onClick={() => make.mutate()}>
          {page.make}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.linking}>
      {url !== null && <FreshLink report={report} url={url} />}
      <p className="soft small">
        {link && page.living(formats.date(link.createdAt))}{' '}
        {link?.lastOpenedAt ? page.opened(formats.dateTime(link.lastOpenedAt)) : page.unopened}
      </p>
      <div className={classes.more}>
        <Button variant="default" size="compact-md" loading={make.isPending} onClick={() => make.mutate()}>
          {page.renew}
        </Button>
        <Button variant="subtle" size="compact-md" loading={revoke.isPending} onClick={() => revoke.mutate()}>
          {page.revoke}
        </Button>
      </div>
    </div>
  );
}

function FreshLink({ report, url }: { report: Report; url: string }) {
  const { page } = useReportWords();
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    notifications.show({ message: page.copied });
  };
  return (
    <>
      <TextInput
        label={page.link}
        description={page.once}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.more}>
        <Button size="compact-md" onClick={() => void copy()}>
          {page.copy}
        </Button>
        <MailLink report={report} url={url} />
        <a href={url} target="_blank" rel="noreferrer">
          {page.open}
        </a>
      </div>
    </>
  );
}
