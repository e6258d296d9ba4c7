/** Wrong attention, and wrong lessons of what was not asked for. */
import type { Mutant } from './mutant.ts';

export const attentionMutants: readonly Mutant[] = [
  {
    file: 'unasked-ideal.ts',
    find: 'back > atMs && back <=',
    replace: 'back <=',
    why: 'what they said before it counts as an answer',
  },
  {
    file: 'unasked-ideal.ts',
    find: '&& !withOurs.has(ref)',
    replace: '',
    why: 'a call of ours that they took is an answer to the one before',
  },
  {
    file: 'unasked-ideal.ts',
    find: 'event.pressureChannel !== at.channel || event.atMs > at.atMs',
    replace: 'event.atMs > at.atMs',
    why: 'mails are a load on calls',
  },
  {
    file: 'unasked-ideal.ts',
    find: 'event.pressureChannel !== at.channel || event.atMs > at.atMs',
    replace: 'event.pressureChannel !== at.channel',
    why: 'what was sent later is a load already',
  },
  {
    file: 'unasked-ideal.ts',
    find: 'atMs + withinMs > heardUntilMs ? null :',
    replace: '',
    why: 'who had no time to answer yet did not answer',
  },
  {
    file: 'unasked-ideal.ts',
    find: 'tries - answered >= least.each',
    replace: 'true',
    why: 'something is learnt of those who always answer',
  },
  {
    file: 'unasked-ideal.ts',
    find: '-(off * off) / 2',
    replace: '0',
    why: 'nothing is held to the ideal in force',
  },
  {
    file: 'unasked-ideal.ts',
    find: 'computePressureFactor(load / ideal)',
    replace: 'computePressureFactor(ideal / load)',
    why: 'too little tires people',
  },
  {
    file: 'unasked-ideal.ts',
    find: 'answered ? Math.log(Math.max(chance, 1e-300)) : Math.log1p(-chance)',
    replace: 'answered ? Math.log1p(-chance) : Math.log(Math.max(chance, 1e-300))',
    why: 'answers and silence are exchanged',
  },
  {
    file: 'propose-parameters.ts',
    find: 'learnt.isEnough ? learnt.ideal : null',
    replace: 'learnt.ideal',
    why: 'an ideal is proposed of nothing',
  },
  {
    file: 'attention.ts',
    find: 'atMs <= nowMs && !isPurchase',
    replace: 'atMs <= nowMs',
    why: 'a purchase is attention',
  },
  {
    file: 'attention.ts',
    find: "(owedBy === 'b') === (direction === 'ab')",
    replace: "(owedBy === 'a') === (direction === 'ab')",
    why: 'what one owes is taken for what one asked',
  },
  {
    file: 'attention.ts',
    find: 'began: alone.filter(({ isAnswer }) => !isAnswer)',
    replace: 'began: alone',
    why: 'an answer counts twice',
  },
];
