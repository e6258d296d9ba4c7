/** Every reason the engine can give: a code and the names of its numbers. messages/ has a sentence for each. */
export const reasonCodes = {
  'trust-unknown': ['baseRate'],
  'trust-evidence': ['good', 'bad', 'baseRate', 'value', 'uncertainty', 'halfLifeDays'],
  'fault-open': ['weight', 'sinceMs'],
  'fault-made-good': ['weight', 'sinceMs'],
  overdue: ['weight', 'sinceMs'],
  'facet-lowest': ['facet', 'value', 'items'],
  'gives-known': ['benefit', 'giving'],
  'gives-assumed': ['contact', 'giving'],
  'gives-nothing': [],
  'contact-level': ['contact', 'share'],
  survey: ['weight', 'mean'],
  'active-days': ['days', 'continuity'],
  freshness: ['silenceDays', 'gapDays', 'freshness'],
  'gap-assumed': ['knownGaps', 'gapDays'],
  pressing: ['pressure', 'factor'],
  corrected: ['value', 'computed'],
  'held-by-silence': ['bond', 'bondNow', 'sinceMs'],
  'one-sided': ['potential'],
  quiet: ['silenceDays', 'gapDays', 'quietAfterDays'],
  gone: ['silenceDays', 'gapDays', 'goneAfterDays'],
  'coverage-ended': ['coveredUntilMs', 'unreadDays'],
  'closure-skipped': ['closedDays'],
  'too-few': ['knownGaps'],
  'wish-rather-not': [],
} as const satisfies Record<string, readonly string[]>;

export type ReasonCode = keyof typeof reasonCodes;
