import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PartyNetwork } from '#contract/network.ts';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { networkQueries } from '../../api/network-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { OpenNumber, TieAccount } from '../../ui/numbers/open-number.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import { HangsOn } from './hangs-on.tsx';
import { Introductions } from './introductions.tsx';
import classes from './network-tab.module.css';

/** Who on their side knows whom on ours, on whom it hangs, and who could introduce us. */
export function NetworkTab({ party }: { party: Party }) {
  const { hangs } = useNetworkWords();
  const asked = useQuery(networkQueries.party(party.id));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { strands, isShown } = asked.data;
  const faces = new Set(asked.data.ours.people.map(({ id }) => id));
  return (
    <div className={classes.network}>
      <section aria-label={hangs.title}>
        <h2>{hangs.title}</h2>
        {strands.length === 0 && <p className="soft">{hangs.none}</p>}
        {strands.length > 0 && (
          <>
            <div className={classes.sides}>
              <HangsOn network={asked.data} side="ours" />
              <HangsOn network={asked.data} side="theirs" />
            </div>
            <Spread strands={strands.filter(({ ours }) => faces.has(ours.id))} />
            <Pairs strands={strands} />
          </>
        )}
      </section>
      {!party.isOwn && <Introductions party={party} />}
      {!party.isOwn && <Introducer partyId={party.id} isShown={isShown} />}
    </div>
  );
}

type Strands = PartyNetwork['strands'];

/** With whom of us it began, and who came along since. */
function Spread({ strands }: { strands: Strands }) {
  const { formats } = useSpoken();
  const { hangs } = useNetworkWords();
  const firstOf = new Map<string, { name: string; at: string }>();
  for (const { ours, firstAt } of strands) {
    const known = firstOf.get(ours.id);
    if (firstAt && (!known || firstAt < known.at)) firstOf.set(ours.id, { name: ours.name, at: firstAt });
  }
  const [first, ...rest] = [...firstOf.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
  if (!first) return null;
  const sayMonth = ({ name, at }: { name: string; at: string }) => ({ name, month: formats.monthYear(at) });
  const others = rest.map((one) => hangs.joined(sayMonth(one)));
  return (
    <p>
      {hangs.began(sayMonth(first))}; {others.length === 0 ? hangs.alone : `${formats.list(others)}.`}
    </p>
  );
}

function Pairs({ strands }: { strands: Strands }) {
  const { words, formats } = useSpoken();
  const { hangs } = useNetworkWords();
  return (
    <div>
      <h3>{hangs.pairs}</h3>
      <ul className={classes.pairs}>
        {strands.map((strand) => (
          <li key={strand.tieId}>
            <span>{words.relation.strandOf(strand.ours.name, strand.theirs.name)}</span>
            <span className="soft small">{strand.firstAt && hangs.since(formats.monthYear(strand.firstAt))}</span>
            <span className="number">
              <OpenNumber
                title={words.relation.strandOf(strand.ours.name, strand.theirs.name)}
                account={() => <TieAccount tieId={strand.tieId} figure="bond" />}
              >
                {formats.hundred(strand.bond)}
              </OpenNumber>
            </span>
            <span className={classes.bar} aria-hidden="true">
              <span style={{ width: `${strand.bond * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Introducer({ partyId, isShown }: { partyId: string; isShown: boolean }) {
  const { introducer } = useNetworkWords();
  const { sayDone } = useUndoRecord();
  const set = useAct({
    run: (body: { isShown: boolean }) =>
      api.network.setIntroducer({ ...nothing, params: { partyId }, body, headers: newKey() }),
    touches: [['party', partyId], ['network'], ['changes']],
    onDone: (answer) => sayDone(answer.isShown ? introducer.shown : introducer.hidden, partyId),
  });
  return (
    <Switch
      label={introducer.label}
      description={introducer.hint}
      checked={set.isPending ? !set.variables.isShown : !isShown}
      onChange={(event) => set.mutate({ isShown: !event.currentTarget.checked })}
    />
  );
}
