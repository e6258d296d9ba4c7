import type { Address, Email } from 'postal-mime';
import type { IdentityRef } from '#services/imports/connector.ts';
import type { MailFacts, MailPerson } from '#services/mail/mail-item.ts';
import { listIdentities } from './mail-addresses.ts';

/** A letter to all of a town need not be shown with every name. */
const mostPeople = 200;

export function readMailFacts(email: Email, from: IdentityRef): MailFacts {
  return {
    from: personOf(from),
    to: peopleOf(email.to),
    cc: peopleOf(email.cc),
    hasAttachments: email.attachments.some(
      ({ disposition, related }) => disposition === 'attachment' || related !== true,
    ),
  };
}

function peopleOf(addresses: readonly Address[] | undefined): MailPerson[] {
  return listIdentities(addresses ?? [])
    .slice(0, mostPeople)
    .map(personOf);
}

function personOf({ value, displayName }: IdentityRef): MailPerson {
  return { address: value, name: displayName };
}
