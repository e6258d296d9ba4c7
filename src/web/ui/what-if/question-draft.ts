/** A question as it is being put together, and as it is asked. */
import type { WhatIfQuestion, WhatIfScope } from '#contract/what-if-runs.ts';

export const questionKinds = ['price', 'scandal', 'colleague-away', 'contact-leaves', 'product-stops'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface QuestionDraft {
  readonly kind: QuestionKind;
  readonly percent: number;
  readonly isAnnounced: boolean;
  readonly severity: '20' | '50' | '90';
  readonly colleagueId: string | null;
  readonly carried: '0' | '30' | '70';
  readonly contactId: string | null;
  readonly product: string | null;
}

export const emptyDraft: QuestionDraft = {
  kind: 'price',
  percent: 8,
  isAnnounced: true,
  severity: '50',
  colleagueId: null,
  carried: '30',
  contactId: null,
  product: null,
};

/** Null: something must still be chosen. */
export function questionOf(draft: QuestionDraft): WhatIfQuestion | null {
  const { kind, percent, isAnnounced, severity, colleagueId, carried, contactId, product } = draft;
  switch (kind) {
    case 'price':
      return { kind, percent, isAnnounced };
    case 'scandal':
      return { kind, percent: Number(severity) };
    case 'colleague-away':
      return colleagueId === null ? null : { kind, colleagueId, carriedPercent: Number(carried) };
    case 'contact-leaves':
      return contactId === null ? null : { kind, contactId };
    case 'product-stops':
      return product === null ? null : { kind, product };
  }
}

export interface Asking {
  readonly question: WhatIfQuestion;
  readonly scope: WhatIfScope;
  readonly asOn?: string;
}
