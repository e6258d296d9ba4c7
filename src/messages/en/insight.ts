/** The way to what looks over all relations at once: one entry a page, added with the page. */
export const insight = {
  title: 'Insight',
  lead: 'Across all relations: what they stand on, what would hurt them, and whether what Hecht says comes true.',
  places: {
    plans: { name: 'Make it firmer', lead: 'Relations that hang on one of us, and what we do about it.' },
    giveAndTake: {
      name: 'Give and take',
      lead: 'Whom nobody thanked yet, who waits for an answer, and what is ours to make good.',
    },
    reports: {
      name: 'Reports from customers',
      lead: 'Complaints and questions: what we did, why, and who still waits for us.',
    },
    ideas: { name: 'Ideas', lead: 'What relations thought of, what came of it, and whether they know.' },
    surveys: {
      name: 'Would they miss us?',
      lead: 'Asked once a year at most: what they said, and whom you could ask now.',
    },
    network: { name: 'Who knows whom', lead: 'On whom our relations hang, who can introduce us, and the map.' },
    check: { name: 'Does it come true?', lead: 'What Hecht would have said in the past, and what came of it.' },
    whatIf: { name: 'What if…', lead: 'Prices up, a colleague away for long: whom it hurts and what to do first.' },
    proposals: { name: 'Proposals from your mail', lead: 'What your own mail says and is not written down yet.' },
    glyph: { name: 'How to read the flower', lead: 'What the four petals say, and what they leave unsaid.' },
  },
};
