import { Link } from '@tanstack/react-router';

/** A name that leads to its page. */
export function PartyName({ party }: { party: { readonly id: string; readonly name: string } }) {
  return (
    <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
      {party.name}
    </Link>
  );
}
