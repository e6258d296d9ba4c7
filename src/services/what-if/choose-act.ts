/** What to do first for a relation that a blow would hurt, and which colleague is already at home there. */
import type { WhatIfAct, WhatIfQuestion } from '#contract/what-if-runs.ts';
import type { ShockReading } from '#engine/shock.ts';
import type { Shocked } from './shock-stretches.ts';

/** From this share of price on it is a matter of what they get for it, not of how it is told. */
const mostlyPrice = 0.5;

export function chooseAct(
  question: WhatIfQuestion,
  { tie }: Pick<Shocked, 'tie'>,
  _reading: ShockReading,
): { act: WhatIfAct; colleagueId: string | null } {
  switch (question.kind) {
    case 'price': {
      const isForPrice = (tie.foundation?.shares.price ?? 0) >= mostlyPrice;
      return { act: isForPrice ? 'talk-value' : 'tell-ahead', colleagueId: null };
    }
    case 'scandal':
      return { act: 'tell-openly', colleagueId: null };
    case 'product-stops':
      return { act: 'offer-other', colleagueId: null };
    case 'contact-leaves':
      return { act: 'meet-second', colleagueId: null };
    case 'colleague-away': {
      const others = tie.strands.filter(
        ({ colleagueId }) => colleagueId !== null && colleagueId !== question.colleagueId,
      );
      const [strongest] = others.filter(({ bond }) => bond > 0).toSorted((x, y) => y.bond - x.bond);
      if (!strongest) return { act: 'introduce-colleague', colleagueId: null };
      return { act: 'hand-over', colleagueId: strongest.colleagueId };
    }
  }
}
