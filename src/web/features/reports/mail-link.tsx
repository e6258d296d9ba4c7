import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Report } from '#contract/reports.ts';
import type { RichText } from '#contract/rich-text.ts';
import { queries } from '../../api/queries.ts';
import { useWriteMail } from '../../ui/mail/use-write-mail.ts';
import { useReportWords } from '../../ui/words-of/reports.ts';

/** A mail that carries the link: begun here, read and sent by hand, never by itself. Only who writes it can open that draft. */
export function MailLink({ report, url }: { report: Report; url: string }) {
  const { draft } = useReportWords();
  const { data: party } = useQuery(queries.party(report.party.id));
  const address = party?.identities.find(({ kind }) => kind === 'mail')?.value ?? '';
  const subject = draft.subject(report.number);
  const greeting = party?.salutation ? `${party.salutation},` : draft.greeting(party?.givenName || report.party.name);
  const lines = [greeting, draft.follow(report.subject), url, draft.answer];
  const body: RichText = {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
  const query = new URLSearchParams({ subject, body: lines.join('\n\n') }).toString();
  const write = useWriteMail(() => window.location.assign(`mailto:${address}?${query.replaceAll('+', '%20')}`));
  return (
    <Button
      size="compact-md"
      variant="default"
      loading={write.isPending}
      onClick={() => write.mutate({ partyId: report.party.id, subject, body })}
    >
      {draft.write}
    </Button>
  );
}
