/** Does it come true: its own predictions, held against what happened; what changed and by what. */
import type { CauseCode } from '#engine/what-changed.ts';

export const check = {
  title: 'Does it come true?',
  lead: 'Every night Hecht looks back: what would it have said in the past, with only what was known then, and what came of it?',
  when: (date: string, ties: string, cuts: string) =>
    `Last looked on ${date}, at ${ties} relationships and ${cuts} moments in the past.`,
  sample: (ties: string, of: string) => `${ties} of ${of} were looked at, the same ones each night.`,
  never: 'It has not looked back yet. That happens at night.',
  tooFew: (count: string, all: string, each: string) =>
    `Not enough history yet: ${count} predictions. From ${all} on, with at least ${each} of each outcome, it can be said.`,
  continuation: {
    title: 'Will they go on?',
    lead: 'Of everybody with contact both ways: the chance Hecht gave that both turn to each other again within four weeks.',
    said: (count: string, happened: string) => `${happened} of ${count} went on.`,
    low: 'More went on than Hecht said: here it is too cautious.',
    high: 'Fewer went on than Hecht said: here it is too hopeful.',
    right: 'What Hecht says and what happens lie close together.',
    ranks: (share: string) =>
      `Of one that went on and one that did not, it put the right one first in ${share} of cases`,
    pairs: (count: string) => `(n = ${count}).`,
    better: (ours: string, rate: string) =>
      `Its squared error is ${ours}; always saying the average gives ${rate}. Lower is better.`,
    columns: { said: 'Hecht said', did: 'It happened' },
    fewInBin: 'too few',
  },
  alarm: {
    title: 'Was it right about silence?',
    lead: 'Who stayed away for two of their own gaps after that moment.',
    rows: { none: 'On time', quiet: 'Growing quiet', gone: 'Probably gone' },
    columns: { said: 'Hecht said', did: 'Stayed silent' },
  },
  status: {
    title: 'Does a closer relationship last better?',
    lead: 'Who had contact again in the quarter after that moment.',
    columns: { said: 'It was', did: 'Had contact again' },
  },
  openness: {
    title: 'What openness brings',
    line: (told: string, toldOf: string, silent: string, silentOf: string) =>
      `Complaints where we told what we did: ${told} of ${toldOf} stayed. Closed silently: ${silent} of ${silentOf}.`,
    unsure: 'Too few to be sure.',
    sure: 'The difference is larger than chance.',
    none: 'No complaints yet that were settled long enough ago.',
    how: 'Stayed: they, or somebody where they work, turned to us again within twelve weeks after it was settled.',
  },
  between: (low: string, high: string) => `between ${low} and ${high}`,
  ofCount: (share: string, happened: string, count: string) => `${share} (${happened} of ${count})`,
  earlier: 'Earlier nights',
  earlierLine: (date: string, count: string, share: string) => `${date}: right order in ${share} (n = ${count})`,
  how: {
    title: 'How do we know this?',
    says: 'Thirteen moments, four weeks apart. At each, Hecht reads a relationship from what happened before that moment only, says what it would have said, and then looks at what came after.',
    cuts: 'moment looked back from',
    ties: 'relationships looked at',
    brier: 'squared error of the chance (Brier)',
    rate: 'the same, had it always said the average',
    gap: 'mean distance between said and happened',
    auc: 'right order (AUC)',
    reference:
      'Honest time split; Wilson interval at 90 %. Wishes, own words later on and what others found are left out, so that nothing is known beforehand.',
  },
  beside: {
    said: (chance: string, observed: string, count: string) =>
      `Of the times we said about ${chance}, ${observed} went on here (n = ${count}).`,
    tooFew: 'Not enough history of your own yet to check this chance.',
    link: 'Does it come true?',
  },
  change: {
    title: 'What changed since last month',
    same: (bond: string) => `Closeness is where it was four weeks ago: ${bond}.`,
    rose: (from: string, to: string) => `In four weeks closeness went from ${from} to ${to}.`,
    fell: (from: string, to: string) => `In four weeks closeness went down from ${from} to ${to}.`,
    between: (ours: string, theirs: string) => `Between ${ours} and ${theirs}.`,
    cause: (what: string, points: string) => `${what}: ${points}`,
    why: 'By what',
    codes: {
      event: 'Contact',
      others: 'Smaller contacts together',
      time: 'Silence and time passing',
      fault: 'A mistake of ours',
      'made-good': 'Made good by us',
      overdue: 'A promise past its date',
      settled: 'A promise settled',
      word: 'Your own word',
      together: 'Several of these together',
    } satisfies Record<CauseCode, string>,
    othersOf: (count: string) => `${count} smaller contacts together`,
    on: (date: string) => `on ${date}`,
    through: (block: string) => `mostly through ${block.toLowerCase()}`,
    account: 'Each is what closeness would lack without that one thing; computed by leaving it out.',
    left: (count: string) => `and ${count} smaller things.`,
    blockThen: 'four weeks ago',
    blockNow: 'now',
  },
};
