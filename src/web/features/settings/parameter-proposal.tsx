import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ParameterProposal as Proposal } from '#contract/parameters.ts';
import type { ParameterName } from '#engine/parameters.ts';
import { api, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useParameterWords } from '../../ui/words-of/parameters.ts';
import classes from './settings.module.css';

/** What the own log says some numbers should be; an owner decides, and nothing moves before. */
export function ParameterProposal({ isOwner }: { isOwner: boolean }) {
  const { data } = useQuery(queries.parameterProposal());
  if (!data?.proposal) return null;
  return <Proposed proposal={data.proposal} isOwner={isOwner} />;
}

function Proposed({ proposal, isOwner }: { proposal: Proposal; isOwner: boolean }) {
  const { words, formats } = useSpoken();
  const { parameters } = useParameterWords();
  const said = words.settings.parameters.proposal;
  const decide = useAct<boolean>({
    run: (accepted) => api.parameters.decide({ ...nothing, body: { accepted, at: proposal.at } }),
    touches: [['parameters'], ['parties'], ['today']],
  });
  return (
    <section className={classes.part} aria-labelledby="proposal">
      <h3 id="proposal">{said.title}</h3>
      <p>{said.lead(formats.number(proposal.twoSidedTies), formats.date(proposal.at))}</p>
      <dl>
        {proposal.values.map(({ name, from, to }) => (
          <div key={name}>
            <dt>{parameters[name as ParameterName] ?? name}</dt>
            <dd className="number">{said.fromTo(formats.number(from, 3), formats.number(to, 3))}</dd>
          </div>
        ))}
      </dl>
      {isOwner ? (
        <Group gap="sm">
          <Button loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {said.accept}
          </Button>
          <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
            {said.refuse}
          </Button>
        </Group>
      ) : (
        <p className="soft">{words.settings.ownerOnly}</p>
      )}
    </section>
  );
}
