/** The pages that look over all relations at once, in the order in which one would open them; words by the key. */
export const insightPlaces = [
  { key: 'plans', to: '/plans' },
  { key: 'giveAndTake', to: '/give-and-take' },
  { key: 'reports', to: '/reports' },
  { key: 'ideas', to: '/ideas' },
  { key: 'surveys', to: '/surveys' },
  { key: 'network', to: '/network' },
  { key: 'check', to: '/check' },
  { key: 'whatIf', to: '/what-if' },
  { key: 'proposals', to: '/proposals' },
  { key: 'glyph', to: '/glyph' },
] as const;
