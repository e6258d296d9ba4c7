/** Once a month: what the firm's own log says its tenant figures should be. Nothing changes until somebody agrees. */
import { plainContext } from '#engine/context.ts';
import { computeFigures } from '#engine/figures.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import { type Proposal, proposeParameters } from '#engine/propose-parameters.ts';
import { learnIdeals, leastTries, listUnaskedTries, type UnaskedTry } from '#engine/unasked-ideal.ts';
import type { Db } from '#store/database.ts';
import { putSetting } from '#store/settings.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { listTieStates } from '#store/tie-states.ts';
import { listTieIdsAfter, listUnaskedTies } from '#store/ties.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { loadTies } from '../ties/load-ties.ts';
import { getParameters } from './parameters.ts';

export const proposalKey = 'parameter-proposal';

export interface KeptProposal {
  readonly at: string;
  readonly twoSidedTies: number;
  readonly values: Proposal;
}

const firstId = '00000000-0000-0000-0000-000000000000';
const tiesPerStretch = 2_000;

export async function proposeForFirm(ctx: Context): Promise<KeptProposal | null> {
  const nowMs = ctx.now().getTime();
  const parameters = await getParameters(ctx.db);
  const evidence = await gatherEvidence(ctx.db, parameters, nowMs);
  const values = proposeParameters(evidence, parameters);
  const kept: KeptProposal = { at: ctx.now().toISOString(), twoSidedTies: evidence.twoSidedTies, values };
  const proposal = Object.keys(values).length > 0 ? kept : null;
  await transact(ctx.db, (tx) => putSetting(tx, proposalKey, proposal));
  return proposal;
}

async function gatherEvidence(db: Db, parameters: ModelParameters, nowMs: number) {
  const found = { twoSidedTies: 0, contact: [] as number[], benefit: [] as number[], gapsDays: [] as number[] };
  const trust = { good: 0, bad: 0 };
  for (let id = firstId; ; ) {
    const tieIds = await listTieIdsAfter(db, { id, most: tiesPerStretch });
    const last = tieIds.at(-1);
    if (last === undefined) return { ...found, trust, unasked: await learnUnasked(db, parameters, nowMs) };
    for (const state of (await listTieStates(db, tieIds)).values()) {
      const atMs = Math.max(nowMs, state.ab.tauMs, state.ba.tauMs);
      const figures = computeFigures({ state, context: plainContext, parameters }, atMs, false);
      found.contact.push(figures.contact.ab, figures.contact.ba);
      found.benefit.push(figures.benefit.ab, figures.benefit.ba);
      if (figures.contact.ab > 0 && figures.contact.ba > 0) found.twoSidedTies += 1;
      if (figures.rhythm.knownGaps >= parameters.ownGapsNeeded) found.gapsDays.push(figures.rhythm.gapDays);
      for (const { pooled } of [figures.trust.ab, figures.trust.ba]) {
        trust.good += pooled.good;
        trust.bad += pooled.bad;
      }
    }
    id = last;
  }
}

/** Of ties in which we sent something unasked, the latest so many: what is welcome is learnt from all of them together. */
const mostUnasked = 5_000;
const unaskedPerStretch = 500;

async function learnUnasked(db: Db, parameters: ModelParameters, nowMs: number) {
  const tieIds = await listUnaskedTies(db, { most: mostUnasked });
  const ties: UnaskedTry<string>[][] = [];
  for (let from = 0; from < tieIds.length; from += unaskedPerStretch) {
    const stretch = tieIds.slice(from, from + unaskedPerStretch);
    const events = await listTieEvents(db, stretch);
    for (const { id, context } of (await loadTies(db, stretch, nowMs)).values()) {
      const ours = context.ours === 'a' ? 'ab' : 'ba';
      const heardUntilMs = Math.min(nowMs, context.coveredUntilMs ?? nowMs);
      ties.push(listUnaskedTries({ events: events.get(id) ?? [], ours, parameters, heardUntilMs }));
    }
  }
  return learnIdeals({ ties, parameters, least: leastTries.firm });
}
