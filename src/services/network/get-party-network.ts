/** Who on their side knows whom on ours, and on whom it hangs: on one of us, on one of them. */
import type { NetworkSide, PartyNetwork } from '#contract/network.ts';
import { readOrganisation, type Strand } from '#engine/organisation.ts';
import { findParty } from '#store/parties.ts';
import { type DatedStrand, listDatedStrands } from '#store/party-strands.ts';
import { isUnshownIntroducer } from '#store/unshown-introducers.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { settleFigures } from '../figures/refresh-soon.ts';

/** Petals are not asked for here. */
const noValues = { trust: 0, reciprocity: 0, intensity: 0, time: 0 };

export async function getPartyNetwork(ctx: Context, { partyId }: { partyId: string }): Promise<PartyNetwork> {
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, partyId));
  await settleFigures(ctx.db, ctx.now);
  const viewerPartyId = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  const find = { partyId: party.id, viewerPartyId, on: ctx.now().toISOString().slice(0, 10) };
  const [strands, isUnshown] = await Promise.all([
    party.isOwn ? [] : listDatedStrands(ctx.db, find),
    isUnshownIntroducer(ctx.db, party.id),
  ]);
  const ours = readSide(strands.map((strand) => ({ ...strand, end: strand.ours, isPerson: strand.isOursPerson })));
  const theirs = readSide(
    strands.map((strand) => ({ ...strand, end: strand.theirs, isPerson: strand.isTheirsPerson, hasLeft: false })),
  );
  return {
    bond: ours.bond,
    ours: ours.side,
    theirs: theirs.side,
    strands: strands.map((strand) => ({
      tieId: strand.tieId,
      ours: strand.ours,
      theirs: strand.theirs,
      bond: strand.bond,
      firstAt: strand.firstAt?.toISOString() ?? null,
      lastAt: strand.lastAt === null ? null : new Date(strand.lastAt).toISOString(),
    })),
    isShown: !isUnshown,
  };
}

interface End {
  readonly end: DatedStrand['ours'];
  readonly isPerson: boolean;
  readonly hasLeft: boolean;
  readonly bond: number;
}

/** The same reading from either side: everything one person holds counts once, by the best of it; firms as such do not leave. */
function readSide(ends: readonly End[]): { bond: number; side: NetworkSide } {
  const known = new Map(ends.map((one) => [one.end.id, one]));
  const reading = readOrganisation(
    ends.map(
      ({ end, isPerson, bond }): Strand => ({
        personId: isPerson ? end.id : null,
        bond: Math.min(1, bond),
        values: noValues,
      }),
    ),
  );
  const { busFactor, herfindahl, effectiveContacts } = reading;
  const people = reading.people.flatMap(({ personId, strength, share, dependency }) => {
    const person = personId === null ? undefined : known.get(personId);
    return person ? [{ ...person.end, strength, share: Math.min(1, share), dependency, hasLeft: person.hasLeft }] : [];
  });
  const firm = reading.people.find(({ personId }) => personId === null);
  return {
    bond: reading.bond,
    side: {
      people,
      firmStrength: firm?.strength ?? null,
      busFactor,
      herfindahl: herfindahl === null ? null : Math.min(1, herfindahl),
      effectiveContacts,
    },
  };
}
