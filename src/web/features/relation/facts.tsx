import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Field } from '#contract/fields.ts';
import type { Party } from '#contract/parties.ts';
import { queries } from '../../api/queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import { type FactKey, listFacts } from './fact-list.tsx';
import { FactRow } from './fact-row.tsx';
import classes from './facts.module.css';
import { Offer, Offers } from './offer.tsx';
import { useSaveFact } from './use-save-party.ts';

/** Everything known of somebody, a line each; what is not known is offered underneath, a word each. */
export function Facts({ party }: { party: Party }) {
  const { words, formats } = useSpoken();
  const { records } = words;
  const save = useSaveFact(party);
  const fields = useQuery(queries.fields());
  const [open, setOpen] = useState<FactKey | null>(null);
  const own = (fields.data?.items ?? []).filter(fits(party));
  const close = () => setOpen(null);
  const facts = listFacts({ party, own, words, formats, save, onClose: close });
  const offered = facts.filter(({ key, shown }) => shown === null && key !== open);
  return (
    <section aria-label={party.kind === 'person' ? records.person : records.organisation}>
      <h3>{party.kind === 'person' ? records.person : records.organisation}</h3>
      <dl className={classes.facts}>
        {facts.map(({ key, label, shown, editor }) => (
          <FactRow key={key} label={label} shown={shown} isOpen={open === key} onOpen={() => setOpen(key)}>
            {open === key ? editor() : null}
          </FactRow>
        ))}
      </dl>
      {offered.length > 0 && (
        <Offers>
          {offered.map(({ key, label }) => (
            <Offer key={key} onClick={() => setOpen(key)}>
              {label}
            </Offer>
          ))}
        </Offers>
      )}
    </section>
  );
}

/** Of archived fields and those for the other kind nothing is asked. */
function fits(party: Party): (field: Field) => boolean {
  return ({ appliesTo, isArchived }) => !isArchived && (appliesTo === 'both' || appliesTo === party.kind);
}
