import { Button, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Proposal } from '#contract/proposals.ts';
import { useSpoken } from '../words.tsx';
import classes from './proposals.module.css';
import { sayProposal } from './say-proposal.ts';
import { useProposalActs } from './use-proposal-acts.ts';
import { useProposalKeys } from './use-proposal-keys.ts';

interface Props {
  readonly proposals: readonly Proposal[];
  readonly isWholePage?: boolean;
  /** On the relation's own page its name leads nowhere new. */
  readonly isPartyHidden?: boolean;
}

/** One under the other: what was read, the words it was read in, and yes or no. */
export function ProposalList({ proposals, isWholePage = false, isPartyHidden = false }: Props) {
  const acts = useProposalActs();
  const place = useRef<HTMLUListElement>(null);
  useProposalKeys({ place, proposals, acts, isWholePage });
  return (
    <ul ref={place} className={classes.list}>
      {proposals.map((proposal) => (
        <ProposalRow key={proposal.id} {...{ proposal, acts, isPartyHidden }} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly proposal: Proposal;
  readonly acts: ReturnType<typeof useProposalActs>;
  readonly isPartyHidden: boolean;
}

function ProposalRow({ proposal, acts, isPartyHidden }: RowProps) {
  const { words, formats } = useSpoken();
  const { proposals } = words;
  const { kind, party, due, contact } = proposal;
  const said = sayProposal(proposal, words);
  const day = due && formats.shortDate(`${due.on}T12:00:00Z`, Date.now());
  const facts = [
    due && day && kind === 'promise' ? (due.isNamed ? proposals.due(day) : proposals.dueGuessed(day)) : null,
    contact?.known ? proposals.known(contact.known) : null,
    (proposal.noteId ? proposals.fromNote : proposals.from)(formats.shortDate(proposal.at, Date.now())),
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.row} data-proposal={proposal.id} tabIndex={-1} aria-label={said}>
      <div className={classes.what}>
        <p className={classes.said}>{said}</p>
        {kind !== 'contact' && <p className={classes.words}>{proposals.quote(proposal.text)}</p>}
        <p className={classes.facts}>
          {!isPartyHidden && (
            <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
              {party.name}
            </Link>
          )}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <div className={`${classes.acts} noPrint`}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={proposals.acceptOf(proposals.accept[kind], said)}
          onClick={() => acts.accept(proposal)}
        >
          {proposals.accept[kind]}
        </Button>
        <UnstyledButton
          className={classes.no}
          aria-label={proposals.dismissOf(said)}
          onClick={() => acts.dismiss(proposal)}
        >
          {proposals.dismiss}
        </UnstyledButton>
      </div>
    </li>
  );
}
