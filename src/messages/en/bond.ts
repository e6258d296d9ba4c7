/** The four building blocks, the closeness of a relationship, and the flower that shows them. */
import type { Alarm, AlarmSilencedBy, BlockName, Knowledge, Status } from '#engine/reading.ts';

interface GlyphFacts {
  bond: string;
  blocks: readonly { block: BlockName; value: string; knowledge: Knowledge }[];
  weakest: BlockName | null;
  carrier: 'ours' | 'theirs' | 'both' | null;
}

const names: Record<BlockName, string> = {
  trust: 'trust',
  reciprocity: 'reciprocity',
  intensity: 'intensity',
  time: 'time',
};

const capitals: Record<BlockName, string> = {
  trust: 'Trust',
  reciprocity: 'Reciprocity',
  intensity: 'Intensity',
  time: 'Time',
};

const carriers = {
  ours: 'it comes mostly from us',
  theirs: 'it comes mostly from them',
  both: 'it goes both ways',
};

export const bond = {
  block: 'building block',
  blocks: names,
  blockTitles: capitals,
  letters: { trust: 'T', reciprocity: 'R', intensity: 'I', time: 'T' } as Record<BlockName, string>,
  questions: {
    trust: 'Can each rely on what the other says and does?',
    reciprocity: 'Do both sides gain from it?',
    intensity: 'How much is there between you?',
    time: 'Is it kept up, at your own rhythm?',
  } as Record<BlockName, string>,
  closeness: 'closeness',
  closenessTitle: 'Closeness',
  noWeakest: 'No clear weakest link',
  carriers,
  carrierShort: { ours: 'mostly from us', theirs: 'mostly from them', both: 'both ways' },
  ours: 'we',
  theirs: 'they',
  knowledge: {
    known: 'known',
    assumed: 'assumed',
    unknown: 'not known yet',
  } as Record<Knowledge, string>,
  unknownBlock: {
    trust: 'Not enough contact yet to say anything about trust.',
    reciprocity: 'Not known yet what each of you gains from it.',
    intensity: 'Not enough contact yet to say how much there is between you.',
    time: 'Not enough contact yet to know your rhythm.',
  } as Record<BlockName, string>,
  assumedReciprocity: 'You write back and forth; what each of you gains is not known yet.',
  statuses: {
    unknown: 'Nothing to say yet',
    contact: 'Contact',
    conversation: 'In conversation',
    relationship: 'Relationship',
    bond: 'Close',
  } as Record<Status, string>,
  statusMeans: {
    unknown: 'Too little has been heard to say anything.',
    contact: 'So far it comes from one side.',
    conversation: 'You talk both ways; what it brings each of you is not known yet.',
    relationship: 'Both sides gain from it.',
    bond: 'Both sides gain, and every building block holds.',
  } as Record<Status, string>,
  alarms: { none: '', quiet: 'Growing quiet', gone: 'Probably gone' } as Record<Alarm, string>,
  onTime: 'On its rhythm',
  silenced: {
    coverage: 'Not heard since the last reading',
    closure: 'Closed at this time of year',
    wish: 'Would rather not be contacted',
    'too-few': 'Too few contacts to know a rhythm',
    muted: 'Silenced by you',
  } as Record<NonNullable<AlarmSilencedBy>, string>,
  glyphSentence: ({ bond: closeness, blocks, weakest, carrier }: GlyphFacts): string => {
    const parts = blocks.map(({ block, value, knowledge }) => {
      if (knowledge === 'unknown') return `${names[block]} not known yet`;
      const tail = block === weakest ? ', the weakest' : '';
      return `${names[block]} ${value}${knowledge === 'assumed' ? ' assumed' : ''}${tail}`;
    });
    const carried = carrier ? `; ${carriers[carrier]}` : '';
    return `Closeness ${closeness} of 100: ${parts.join('; ')}${carried}.`;
  },
  nothingSentence: 'Nothing can be said about this relationship yet.',
  openBlock: (block: BlockName, value: string, knowledge: Knowledge) =>
    knowledge === 'unknown'
      ? `${capitals[block]}: not known yet. Show why`
      : `${capitals[block]} ${value} of 100. Show what is behind it`,
  legend: {
    title: 'How to read the flower',
    short: 'Four petals. The shortest holds the rest back.',
    petals: 'Each petal is a building block; the longer, the stronger.',
    ring: 'The ring in the middle is the closeness of the whole.',
    notch: 'The petal with the notch is the weakest link. A little more there helps most.',
    halves: 'Reciprocity has two halves: what you give and what they give.',
    band: 'The pale edge is how far it could plausibly reach. Pale all over: assumed.',
    dotted: 'Dotted means: not known yet. That is not the same as little.',
    arrow: 'The arrow in lists tells who carries it: from us, from them, or both.',
    dismiss: 'Got it',
    examples: {
      even: 'Even on all sides',
      oneSided: 'Comes from one side',
      fading: 'Growing quiet',
      young: 'Still young',
    },
    sizes: 'The same flower, from list to page',
    grey: 'Without colour it says the same',
  },
};
