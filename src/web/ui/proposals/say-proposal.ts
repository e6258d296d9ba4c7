import type { Proposal } from '#contract/proposals.ts';
import type { Words } from '#messages/en/words.ts';

/** What it proposes, in one sentence. */
export function sayProposal({ kind, by, party, contact, introduced }: Proposal, { proposals }: Words): string {
  const { name } = party;
  if (kind === 'contact') return contact ? proposals.contact[contact.field](name, contact.value) : name;
  if (kind === 'introduction') return proposals.introduces(name, introduced?.name ?? introduced?.mail ?? '');
  return proposals.says[kind][by]({ name });
}
