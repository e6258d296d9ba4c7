import type { ReactNode } from 'react';
import { useWriteMail } from './use-write-mail.ts';

interface Props {
  readonly partyId: string;
  readonly address: string;
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Writes from one's own mailbox here; where none is connected, in whatever mail program one has. */
export function WriteLink({ partyId, address, label, className, children }: Props) {
  const href = `mailto:${address}`;
  const write = useWriteMail(() => window.location.assign(href));
  return (
    <a
      className={className}
      href={href}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        write.mutate({ partyId });
      }}
    >
      {children}
    </a>
  );
}
