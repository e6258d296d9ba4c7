import { CloseButton, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import type { Address } from '#contract/party-facts.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';
import { AddressEditor } from './address-editor.tsx';
import { addressLine, addressLines } from './address-lines.ts';
import facts from './facts.module.css';
import { Offer, Offers } from './offer.tsx';
import { useSaveFact } from './use-save-party.ts';

/** Where they are: each address as on an envelope, changed where it stands. */
export function Addresses({ party }: { party: Party }) {
  const { records } = useWords();
  const { address: words, labels } = records;
  const save = useSaveFact(party);
  const [open, setOpen] = useState<number | null>(null);
  const { addresses } = party;
  const put = (changed: readonly Address[]) =>
    save({ label: labels.addresses, change: { addresses: [...changed] }, before: { addresses } });
  const putAt = async (place: number, address: Address) => {
    const wrong = await put(addresses.toSpliced(place, 1, address));
    if (wrong === null) setOpen(null);
    return wrong;
  };
  return (
    <section aria-label={labels.addresses}>
      {(addresses.length > 0 || open !== null) && <h3>{labels.addresses}</h3>}
      <ul className={classes.list}>
        {addresses.map((address, place) => (
          <li key={addressLine(address)}>
            {open === place ? (
              <AddressEditor
                address={address}
                onSave={(changed) => putAt(place, changed)}
                onClose={() => setOpen(null)}
              />
            ) : (
              <>
                <span className="soft">{address.label ? (words.labels[address.label] ?? address.label) : ''}</span>
                <UnstyledButton className={`${facts.value} ${classes.grow}`} onClick={() => setOpen(place)}>
                  <VisuallyHidden>{records.edit(labels.addresses)}: </VisuallyHidden>
                  {addressLines(address).join('\n')}
                </UnstyledButton>
                <CloseButton
                  size="sm"
                  className="noPrint"
                  aria-label={words.remove(addressLine(address))}
                  onClick={() => void put(addresses.toSpliced(place, 1))}
                />
              </>
            )}
          </li>
        ))}
        {open === addresses.length && (
          <li>
            <AddressEditor
              address={emptyAddress}
              onSave={(made) => putAt(addresses.length, made)}
              onClose={() => setOpen(null)}
            />
          </li>
        )}
      </ul>
      {open === null && (
        <Offers>
          <Offer onClick={() => setOpen(addresses.length)}>{words.add}</Offer>
        </Offers>
      )}
    </section>
  );
}

const emptyAddress: Address = {
  label: null,
  street: null,
  houseNumber: null,
  addition: null,
  postcode: null,
  city: null,
  country: null,
  text: null,
};
