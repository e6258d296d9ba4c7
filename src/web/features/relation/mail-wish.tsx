import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Party } from '#contract/parties.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useActs } from '../../ui/acts.ts';
import { useWriteMail } from '../../ui/mail/use-write-mail.ts';
import { useMailWords } from '../../ui/words-of/mail.ts';

/** Writing to them, where they have an address; and whether they want that. */
export function MailWish({ party }: { party: Party }) {
  const mail = useMailWords();
  const write = useWriteMail();
  const { data: refusal } = useQuery(mailQueries.refusal(party.id));
  const hasAddress = party.identities.some(({ kind }) => kind === 'mail');
  const begin = () => write.mutate({ partyId: party.id });
  const name = mail.writeTo(party.name);
  useActs(hasAddress ? [{ id: 'writeMail', name, where: 'relation', kind: 'act', keys: ['m'], run: begin }] : []);
  if (!hasAddress) return null;
  return (
    <p>
      <Button size="xs" variant="default" onClick={begin} loading={write.isPending} aria-keyshortcuts="m">
        {name}
      </Button>{' '}
      {refusal?.isRefused && <span className="soft small">{mail.refusal.set}</span>}
    </p>
  );
}
