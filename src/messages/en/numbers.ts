/** What opens behind a number that the model drew. */
export const numbers = {
  how: 'How do we know this?',
  events: 'What it is made of',
  noEvents: 'There are no separate events behind this yet; the number is where it begins.',
  what: 'what',
  when: 'when',
  weight: 'still counts',
  left: (count: number) => `and ${count} lighter ones`,
  parameters: 'What it was worked out with',
  sources: 'Where that comes from',
  all: 'All numbers behind the model, with range and source',
  gap: 'own interval',
  knownGaps: 'known intervals',
  says: {
    bond: 'Closeness is the four building blocks together: their geometric mean, so the lowest holds the rest back.',
    trend: 'How much closeness changed in four weeks: by what happened then, and by what wore off by itself.',
    rhythm: 'Your own rhythm: the time between the days on which there was contact.',
    ledger: 'What each gained from the other, added up; what is longer ago counts less.',
    trust: 'Trust is what speaks for it and against it, weighed against a beginning while there is little.',
    reciprocity: 'Reciprocity is how much both of you gain; the side that gives less decides.',
    intensity: 'Intensity is how much contact there was, heavier the more personal and recent.',
    time: 'Time is how steady the contact is and how fresh, in your own rhythm.',
  },
  saysWhole: ({ says, strands, through }: { says: string; strands: number; through: string }) =>
    `${says} It runs through ${strands} ties, which strengthen each other; below is what stands behind the strongest, that of ${through}.`,
};
