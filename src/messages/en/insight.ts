/** The way to what looks over all relations at once: one entry a page, added with the page. */
export const insight = {
  title: 'Insight',
  lead: 'Across all relations: what they stand on, what would hurt them, and whether what Hecht says comes true.',
  places: {
    giveAndTake: {
      name: 'Give and take',
      lead: 'Whom nobody thanked yet, who waits for an answer, and what is ours to make good.',
    },
    reports: {
      name: 'Reports from customers',
      lead: 'Complaints and questions: what we did, why, and who still waits for us.',
    },
    ideas: { name: 'Ideas', lead: 'What relations thought of, what came of it, and whether they know.' },
    proposals: { name: 'Proposals from your mail', lead: 'What your own mail says and is not written down yet.' },
    glyph: { name: 'How to read the flower', lead: 'What the four petals say, and what they leave unsaid.' },
  },
};
