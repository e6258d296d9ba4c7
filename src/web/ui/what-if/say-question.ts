import type { WhatIfRunLine } from '#contract/what-if-runs.ts';
import type { whatIf } from '#messages/en/what-if.ts';
import type { Formats } from '#messages/formats.ts';

interface Spoken {
  readonly said: typeof whatIf;
  readonly formats: Formats;
}

/** A question in one plain sentence, with of whom it was asked where that is not everybody. */
export function sayQuestion(run: WhatIfRunLine, { said, formats }: Spoken): string {
  const what = sayBlow(run, { said, formats });
  return run.scopeParty ? `${what} (${run.scopeParty.name})` : what;
}

function sayBlow({ question, about }: WhatIfRunLine, { said, formats }: Spoken): string {
  switch (question.kind) {
    case 'price':
      return said.asked.price(formats.number(question.percent, 1), question.isAnnounced);
    case 'scandal':
      return said.asked.scandal(formats.number(question.percent));
    case 'product-stops':
      return said.asked['product-stops'](question.product);
    case 'colleague-away':
    case 'contact-leaves':
      return said.asked[question.kind](about?.name ?? said.somebody);
  }
}
