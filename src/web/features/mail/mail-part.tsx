/** One mail of a conversation: closed it is a line, open it says everything. */
import { Button, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Mail } from '#contract/mailroom.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useActs } from '../../ui/acts.ts';
import { useWriteMail } from '../../ui/mail/use-write-mail.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';
import { MailFrame } from './mail-frame.tsx';
import { MailText } from './mail-text.tsx';

interface Props {
  readonly mail: Mail;
  readonly isOpen: boolean;
  /** The one that is answered by key. */
  readonly isNewest: boolean;
}

export function MailPart({ mail, isOpen: isOpenFirst, isNewest }: Props) {
  const { formats } = useSpoken();
  const { read } = useMailWords();
  const [isOpen, setOpen] = useState(isOpenFirst);
  return (
    <li className={classes.mail}>
      <div className={classes.mailHead}>
        <p className={classes.sender}>
          <Person {...mail.from} />
        </p>
        <time dateTime={mail.at} className="soft small">
          {formats.dateTime(mail.at)}
        </time>
      </div>
      {isOpen && <People mail={mail} />}
      {!mail.isReadable && <p className="soft small">{read.withheld}</p>}
      {mail.isReadable && !isOpen && (
        <UnstyledButton className={classes.opener} aria-label={read.show} onClick={() => setOpen(true)}>
          {mail.snippet ?? '…'}
        </UnstyledButton>
      )}
      {mail.isReadable && isOpen && <Body mail={mail} isNewest={isNewest} />}
    </li>
  );
}

function Person({ address, name, partyId }: Mail['from']) {
  const label = name ?? address;
  if (partyId === null) return <span title={address}>{label}</span>;
  return (
    <Link to="/relations/$partyId" params={{ partyId }} search={{}} title={address}>
      {label}
    </Link>
  );
}

function People({ mail }: { mail: Mail }) {
  const { read, inbox } = useMailWords();
  const lines = [
    { label: read.to, people: mail.to },
    { label: read.cc, people: mail.cc },
  ].filter(({ people }) => people.length > 0);
  return (
    <p className={classes.people}>
      {lines.map(({ label, people }) => (
        <span key={label}>
          {label}{' '}
          {people.map((person, at) => (
            <span key={person.address}>
              {at > 0 && ', '}
              <Person {...person} />
            </span>
          ))}{' '}
        </span>
      ))}
      {!mail.isPersonal && <span>· {read.newsletter}</span>}
      {mail.hasAttachments && <span> · {inbox.withFiles}</span>}
    </p>
  );
}

function Body({ mail, isNewest }: { mail: Mail; isNewest: boolean }) {
  const { formats } = useSpoken();
  const { read } = useMailWords();
  const asked = useQuery(mailQueries.open(mail.id));
  if (asked.isError) {
    return (
      <p className="soft">
        {read.cannotOpen} <a href={`/api/mails/${mail.id}/source.eml`}>{read.source}</a>
      </p>
    );
  }
  if (!asked.data) return <p className="soft small">{read.opening}</p>;
  const { hasPage, hasRemote, text, files, isWhole } = asked.data;
  return (
    <>
      {hasPage ? <MailFrame mail={mail} text={text} hasRemote={hasRemote} /> : <MailText text={text} />}
      {!isWhole && <p className="soft small">{read.partial}</p>}
      {files.length > 0 && (
        <ul className={classes.files} aria-label={read.files}>
          {files.map((file) => (
            <li key={file.at}>
              <a href={`/api/mails/${mail.id}/files/${file.at}`} download>
                {file.name === '' ? file.mediaType : file.name}
              </a>{' '}
              <span className="soft small">{formats.bytes(file.sizeBytes)}</span>
            </li>
          ))}
        </ul>
      )}
      {mail.saysNoMail && mail.from.partyId && <NoMail partyId={mail.from.partyId} />}
      <Acts mail={mail} isNewest={isNewest} />
    </>
  );
}

function Acts({ mail, isNewest }: { mail: Mail; isNewest: boolean }) {
  const { read } = useMailWords();
  const write = useWriteMail();
  const hasOthers = mail.to.length + mail.cc.length > 1;
  const answer = () => write.mutate({ answersMailId: mail.id });
  useActs(
    isNewest ? [{ id: 'answer', name: read.answer, where: 'anywhere', kind: 'act', keys: ['m'], run: answer }] : [],
  );
  return (
    <div className={`${classes.acts} noPrint`}>
      <Button variant="default" onClick={answer} loading={write.isPending}>
        {read.answer}
      </Button>
      {hasOthers && (
        <Button variant="default" onClick={() => write.mutate({ answersMailId: mail.id, toAll: true })}>
          {read.answerAll}
        </Button>
      )}
      <Button variant="subtle" component="a" href={`/api/mails/${mail.id}/source.eml`} download>
        {read.source}
      </Button>
    </div>
  );
}

/** Only a question: nothing is written down by itself. */
function NoMail({ partyId }: { partyId: string }) {
  const { read } = useMailWords();
  const { data } = useQuery(mailQueries.refusal(partyId));
  const note = useAct({
    run: () => api.mailRefusals.set({ ...nothing, params: { partyId }, body: { origin: 'mail' }, headers: newKey() }),
    touches: [['party', partyId], ['changes']],
    onDone: () => notifications.show({ message: read.notedNoMail }),
  });
  if (!data || data.isRefused) return null;
  return (
    <p className={classes.remote}>
      {read.saysNoMail}
      <Button size="compact-sm" variant="default" onClick={() => note.mutate()} loading={note.isPending}>
        {read.noteNoMail}
      </Button>
    </p>
  );
}
