/** Writes down what was proposed, through the same use cases as if somebody had typed it. */
import type { InteractionInput } from '#contract/interactions.ts';
import { findPartiesByIdentity } from '#store/identities.ts';
import { findEmployerByDomain, findOrganisationByName } from '#store/organisation-names.ts';
import { findParty } from '#store/parties.ts';
import type { ProposalRow } from '#store/proposals.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { startOfDayMs } from '../firm-days.ts';
import { createFavour } from '../give-and-take/favours.ts';
import { createIdea } from '../ideas/change-idea.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { setRefusal } from '../mail-refusals/refusals.ts';
import { readDutchAddress } from '../parties/addresses.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { createRelation } from '../parties/relations.ts';
import { createPromise } from '../promises/promises.ts';
import { createTask } from '../tasks/change-task.ts';
import { dayNumberOfDate } from '../tasks/task-dates.ts';
import { dueOf } from './list-proposals.ts';

/** `ctx.db` is the transaction, and its batch is undone together. */
export async function acceptProposed(ctx: Context, row: ProposalRow, chosen: { dueOn: string | null }): Promise<void> {
  const { partyId, text } = row;
  const { timeZone } = await getFirm(ctx.db);
  const dueOn = chosen.dueOn ?? dueOf(ctx, row, timeZone)?.on ?? null;
  switch (row.kind) {
    case 'promise': {
      const dueAt = new Date(startOfDayMs(dayNumberOfDate(dueOn ?? '') + 1, timeZone) - 1).toISOString();
      await createPromise(ctx, { partyId, owedBy: row.data.by, text, dueAt });
      return;
    }
    case 'favour': {
      const dueAt = new Date(startOfDayMs(dayNumberOfDate(dueOn ?? '') + 1, timeZone) - 1).toISOString();
      await createFavour(ctx, { partyId, text, dueAt });
      return;
    }
    case 'question':
      await createTask(ctx, { title: text, partyId, dueOn, assigneeId: userOf(ctx.actor) });
      return;
    case 'stop':
      await setRefusal(ctx, { partyId, origin: 'mail', saidAt: row.happenedAt.toISOString() });
      return;
    case 'contact':
      return acceptContact(ctx, row);
    case 'introduction':
      return acceptIntroduction(ctx, row);
    case 'idea':
      if (row.data.by === 'ours') {
        await recordGiven(ctx, row);
        return;
      }
      // Theirs is followed from here on: what comes of it, who was told and thanked.
      await createIdea(ctx, { partyId, text, by: row.noteId ? 'other' : 'mail', at: notAhead(ctx, row.happenedAt) });
      return;
    default:
      await recordGiven(ctx, row);
  }
}

/** Clocks of mail servers differ a little from ours. */
function notAhead(ctx: Context, at: Date): string {
  return new Date(Math.min(at.getTime(), ctx.now().getTime())).toISOString();
}

type Given = 'thanks' | 'help' | 'referral' | 'introduction' | 'idea' | 'review' | 'discount';
const given: Readonly<Record<string, Given>> = {
  thanks: 'thanks',
  help: 'help',
  recommendation: 'referral',
  introduction: 'introduction',
  idea: 'idea',
  review: 'review',
  discount: 'discount',
};

/** What one side gave the other, in the give and take. */
async function recordGiven(ctx: Context, row: ProposalRow): Promise<{ id: string }> {
  const kind = given[row.kind];
  const own = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  if (!kind || own === null) throw new AppError('not-allowed');
  const [us, them] = [{ partyId: own }, { partyId: row.partyId }];
  const sides = row.data.by === 'ours' ? { from: us, to: [them] } : { from: them, to: [us] };
  const moment: InteractionInput = {
    ...sides,
    ...{ at: row.happenedAt.toISOString(), channel: row.noteId ? 'other' : 'mail', subject: null, text: row.text },
    // Less to pay is no kind of contact by itself.
    ...{ kind: kind === 'discount' ? ('message' as const) : kind, answers: [] },
    ...{ asked: null, valence: null, benefits: [{ giver: 'from', kind, weight: null }], order: null },
  };
  return recordInteraction(ctx, moment);
}

async function acceptIntroduction(ctx: Context, row: ProposalRow): Promise<void> {
  const { name, mail } = row.data;
  const toParty = await findOrMake(ctx, { name: name ?? mail ?? '', mail: mail ?? null });
  const { id: writtenIn } = await recordGiven(ctx, row);
  await createRelation(ctx, { typeKey: 'introduced', fromParty: row.partyId, toParty }, { writtenIn });
}

async function findOrMake(ctx: Context, { name, mail }: { name: string; mail: string | null }): Promise<string> {
  const [known] = mail === null ? [] : await findPartiesByIdentity(ctx.db, [{ kind: 'mail', value: mail }]);
  if (known) return allow(ctx.actor, 'see', known).partyId;
  const identities = mail === null ? [] : [{ kind: 'mail' as const, value: mail, label: null }];
  return (await createParty(ctx, { kind: 'person', name, identities })).id;
}

async function acceptContact(ctx: Context, row: ProposalRow): Promise<void> {
  const { partyId } = row;
  const { field, value = '', label = null } = row.data;
  const party = allow(ctx.actor, 'edit', await findParty(ctx.db, partyId));
  const withIdentity = (kind: 'phone' | 'handle', as: string | null) => {
    const known = party.identities.map(({ kind: of, value: said, label: called, isPrimary }) => {
      return { kind: of as typeof kind, value: said, label: called, isPrimary };
    });
    return updatePartyFields(ctx, { partyId, identities: [...known, { kind, value, label: as }] });
  };
  if (field === 'phone') await withIdentity('phone', label);
  else if (field === 'website') await withIdentity('handle', 'website');
  else if (field === 'job-title') await updatePartyFields(ctx, { partyId, jobTitle: value });
  else if (field === 'address') {
    const read = readDutchAddress(value);
    if (read) await updatePartyFields(ctx, { partyId, addresses: [...party.addresses, { ...read, label: 'work' }] });
  } else {
    const viewer = viewerOf(ctx.actor);
    const known = await findOrganisationByName(ctx.db, { name: value, viewer });
    const unnamed = known === null ? await findEmployerByDomain(ctx.db, { partyId, viewer }) : null;
    // The firm they work at was known by its address only: now it has a name.
    if (unnamed !== null) return void (await updatePartyFields(ctx, { partyId: unnamed, name: value }));
    const toParty = known ?? (await createParty(ctx, { kind: 'organisation', name: value })).id;
    await createRelation(ctx, { typeKey: 'works-at', fromParty: partyId, toParty, title: party.jobTitle });
  }
}
