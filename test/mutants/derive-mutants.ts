/** Wrong weights, people and explanations. */
import type { Mutant } from './mutant.ts';

export const deriveMutants: readonly Mutant[] = [
  {
    file: 'derive.ts',
    find: '* facts.lengthFactor) / receiverCount : 0',
    replace: '* facts.lengthFactor) : 0',
    why: 'a mail to fifty is fifty mails',
  },
  {
    file: 'derive.ts',
    find: 'if (channel.bothWays) back.contact = weight;',
    replace: '',
    why: 'a meeting is one-sided',
  },
  {
    file: 'derive.ts',
    find: "benefit.giver === 'from' ? out : back",
    replace: "benefit.giver === 'from' ? back : out",
    why: 'who gives is said to have received',
  },
  {
    file: 'derive.ts',
    find: "addEvidence(about === 'from' ? back : out, traits)",
    replace: "addEvidence(about === 'from' ? out : back, traits)",
    why: 'our kept promise makes us trust the customer',
  },
  {
    file: 'derive.ts',
    find: 'receiver.answeredAfterMs <= expectedMs',
    replace: 'receiver.answeredAfterMs >= expectedMs',
    why: 'late answers build trust',
  },
  {
    file: 'derive.ts',
    find: 'if (!isOurFault(facts, receiver, about, traits)) addEvidence',
    replace: 'addEvidence',
    why: 'our broken promise fades like any trace',
  },
  {
    file: 'derive.ts',
    find: '!receiver.isOurs && !facts.asked &&',
    replace: '!receiver.isOurs &&',
    why: 'an answer counts as imposing',
  },
  {
    file: 'derive.ts',
    find: 'facts.valence <= distrustfulValence && tonedKinds.includes(facts.kind)',
    replace: 'facts.valence <= distrustfulValence',
    why: 'a complaint is taken for distrust',
  },
  {
    file: 'derive.ts',
    find: "direction: forward ? 'ab' : 'ba'",
    replace: "direction: forward ? 'ba' : 'ab'",
    why: 'every direction is turned around',
  },
  {
    file: 'channels.ts',
    find: "order: { family: 'purchase'",
    replace: "order: { family: 'mail'",
    why: 'a yearly order is forgotten like a mail',
  },
  {
    file: 'evidence.ts',
    find: "'promise-late': plain('integrity', -0.5)",
    replace: "'promise-late': plain('integrity', 0.5)",
    why: 'being late builds trust (sign)',
  },
  {
    file: 'organisation.ts',
    find: 'return 0 - Math.expm1(strengths.reduce((logs, strength) => logs + Math.log1p(-strength), 0));',
    replace: 'return Math.min(1, strengths.reduce((sum, strength) => sum + strength, 0));',
    why: 'contacts add up without diminishing returns',
  },
  {
    file: 'organisation.ts',
    find: 'strand.bond > known.bond',
    replace: 'strand.bond < known.bond',
    why: 'a colleague counts by the worst strand',
  },
  {
    file: 'organisation.ts',
    find: '<= bond / 2) return lost;',
    replace: '< bond) return lost;',
    why: 'the bus factor is always one',
  },
  {
    file: 'organisation.ts',
    find: 'if (strand.personId === null) continue;',
    replace: '',
    why: 'the firm itself can leave the firm',
  },
  {
    file: 'chain.ts',
    find: 'Math.min(...links)',
    replace: 'Math.max(...links)',
    why: 'a chain is as strong as its strongest link',
  },
  {
    file: 'explain.ts',
    find: 'remaining = weight * computeDecay(elapsedMs, halfLifeDays)',
    replace: 'remaining = weight',
    why: 'explanations show old events at full weight',
  },
  {
    file: 'explain.ts',
    find: 'if (isBenefitKnown(total, input.parameters)) continue;',
    replace: '',
    why: 'contact is shown as benefit where the benefit is known',
  },
  {
    file: 'facets.ts',
    find: 'if (items < parameters.facetMinItems) continue;',
    replace: '',
    why: 'a facet is shown from a single item',
  },
  {
    file: 'what-if.ts',
    find: '{ ab: copyState(input.state.ab), ba: copyState(input.state.ba) }',
    replace: '{ ab: input.state.ab, ba: input.state.ba }',
    why: 'trying something out changes the tie',
  },
  {
    file: 'bond-crossing.ts',
    find: 'if (isUnder(middleMs)) underMs = middleMs;',
    replace: 'if (!isUnder(middleMs)) underMs = middleMs;',
    why: 'the bisection runs the wrong way',
  },
  {
    file: 'state-json.ts',
    find: 'firstMs: plain.firstMs ?? Infinity',
    replace: 'firstMs: plain.firstMs ?? 0',
    why: 'an empty state comes back from the wire as one from 1970',
  },
  {
    file: 'parameters.ts',
    find: 'if (!(chosen >= min && chosen <= max))',
    replace: 'if (chosen < 0)',
    why: 'parameters outside their range are accepted',
  },
  {
    file: 'time.ts',
    find: 'const continuity = ',
    replace: 'const continuity = Date.now() < 0 ? 0 : ',
    why: 'the engine looks at the clock',
  },
];
