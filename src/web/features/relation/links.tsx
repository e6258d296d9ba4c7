import { CloseButton, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './about.module.css';
import { AddLink } from './add-link.tsx';
import facts from './facts.module.css';
import { LinkEditor } from './link-editor.tsx';
import { Offer, Offers } from './offer.tsx';
import { linkTouches, type PartyLink } from './party-link.ts';
import { wordVerb } from './verb.ts';

/** Declared links with other relations: "works at", "is supplied by", from when till when. */
export function Links({ party }: { party: Party }) {
  const { words } = useSpoken();
  const { about } = words.relation;
  const [open, setOpen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label={about.links}>
      {(party.relations.length > 0 || isAdding) && <h3>{about.links}</h3>}
      <ul className={classes.list}>
        {party.relations.map((link) => (
          <li key={link.id}>
            <LinkLine party={party} link={link} onOpen={() => setOpen(open === link.id ? null : link.id)} />
            {open === link.id && <LinkEditor link={link} onClose={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddLink party={party} onClose={() => setAdding(false)} />
      ) : (
        <Offers>
          <Offer onClick={() => setAdding(true)}>{words.records.links.add}</Offer>
        </Offers>
      )}
    </section>
  );
}

function LinkLine({ party, link, onOpen }: { party: Party; link: PartyLink; onOpen: () => void }) {
  const { words, formats } = useSpoken();
  const { records, shell } = words;
  const { links } = records;
  const again = useAct({
    run: () => {
      const [fromParty, toParty] = link.isForward ? [party.id, link.other.id] : [link.other.id, party.id];
      const { typeKey, title, fromOn, untilOn } = link;
      return api.relations.create({
        ...nothing,
        body: { typeKey, fromParty, toParty, title, fromOn, untilOn },
        headers: newKey(),
      });
    },
    touches: linkTouches,
  });
  const remove = useAct({
    run: () => api.relations.remove({ ...nothing, params: { relationId: link.id }, headers: newKey() }),
    touches: linkTouches,
    onDone: () => {
      const message = links.removed(link.other.name);
      showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => again.mutate() });
    },
  });
  const from = link.fromOn && formats.monthYear(`${link.fromOn}T12:00Z`);
  const until = link.untilOn && formats.monthYear(`${link.untilOn}T12:00Z`);
  const span =
    from && until ? links.between(from, until) : from ? links.since(from) : until ? links.until(until) : null;
  return (
    <>
      <span className="soft">{wordVerb(link, words)}</span>
      <Link to="/relations/$partyId" params={{ partyId: link.other.id }} search={{}}>
        {link.other.name}
      </Link>
      <UnstyledButton className={`${facts.value} ${classes.grow} soft small`} onClick={onOpen}>
        <VisuallyHidden>{links.edit(link.other.name)}: </VisuallyHidden>
        {[link.title, span].filter(Boolean).join(', ') || '…'}
      </UnstyledButton>
      <CloseButton
        size="sm"
        className="noPrint"
        aria-label={`${shell.remove}: ${link.other.name}`}
        onClick={() => remove.mutate()}
      />
    </>
  );
}
