/** The pages that look over all relations at once, in the order in which one would open them; words by the key. */
export const insightPlaces = [
  { key: 'whatIf', to: '/what-if' },
  { key: 'giveAndTake', to: '/give-and-take' },
  { key: 'plans', to: '/plans' },
  { key: 'network', to: '/network' },
  { key: 'reports', to: '/reports' },
  { key: 'ideas', to: '/ideas' },
  { key: 'surveys', to: '/surveys' },
  { key: 'check', to: '/check' },
  { key: 'proposals', to: '/proposals' },
  { key: 'glyph', to: '/glyph' },
] as const;
