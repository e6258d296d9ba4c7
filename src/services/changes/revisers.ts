/** Which nouns can be put back, and by what. A noun that notes its changes stands here. */

import { eventReviser } from '../agenda/revise-event.ts';
import { benefitKindReviser } from '../benefits/revise-kind.ts';
import { connectionReviser } from '../connections/revise-connection.ts';
import { expectationReviser } from '../expectations/revise-expectation.ts';
import { fieldReviser } from '../fields/revise-field.ts';
import { fileReviser } from '../files/revise-file.ts';
import { foundationKindReviser } from '../foundations/foundation-kinds.ts';
import { foundationReviser } from '../foundations/revise-statement.ts';
import { groupReviser } from '../groups/groups.ts';
import { hookReviser } from '../hooks/revise-hook.ts';
import { houseRuleReviser } from '../house-rules/revise-house-rule.ts';
import { ideaReviser } from '../ideas/revise-idea.ts';
import { interactionReviser } from '../interactions/revise-interaction.ts';
import { keepInTouchReviser } from '../keep-in-touch/revise-rule.ts';
import { threadReviser } from '../mail/revise-thread.ts';
import { refusalReviser } from '../mail-refusals/revise-refusal.ts';
import { templateReviser } from '../mail-templates/revise-template.ts';
import { introducerReviser } from '../network/introducer.ts';
import { noteReviser } from '../notes/revise-note.ts';
import { outboxReviser } from '../outbox/revise-outbox.ts';
import { senderReviser } from '../outbox/revise-sender.ts';
import { parametersReviser } from '../parameters/revise-parameters.ts';
import { relationTypeReviser } from '../parties/relation-types.ts';
import { reviseManyParties } from '../parties/revise-many-parties.ts';
import { partyReviser } from '../parties/revise-party.ts';
import { relationReviser } from '../parties/revise-relation.ts';
import { pinReviser } from '../pins/revise-pin.ts';
import { planReviser } from '../plans/revise-plan.ts';
import { faultReviser } from '../promises/revise-fault.ts';
import { promiseReviser } from '../promises/revise-promise.ts';
import { proposalReviser } from '../proposals/revise-proposal.ts';
import { reportReviser } from '../reports/revise-report.ts';
import { firmReviser } from '../revise-firm.ts';
import { surveyRefusalReviser } from '../surveys/refusals.ts';
import { surveyReviser } from '../surveys/revise-survey.ts';
import { tagReviser } from '../tags/tags.ts';
import { taskReviser } from '../tasks/revise-task.ts';
import { correctionReviser } from '../ties/revise-correction.ts';
import { viewReviser } from '../views/revise-view.ts';
import { whatIfRunReviser } from '../what-if/revise-run.ts';
import type { Reviser } from './reviser.ts';

const revisers: Readonly<Record<string, Reviser>> = {
  party: { ...partyReviser, reviseMany: reviseManyParties(partyReviser) },
  view: viewReviser,
  'what-if-run': whatIfRunReviser,
  relation: relationReviser,
  'relation-type': relationTypeReviser,
  'benefit-kind': benefitKindReviser,
  field: fieldReviser,
  tag: tagReviser,
  group: groupReviser,
  interaction: interactionReviser,
  promise: promiseReviser,
  proposal: proposalReviser,
  fault: faultReviser,
  report: reportReviser,
  idea: ideaReviser,
  'house-rule': houseRuleReviser,
  expectation: expectationReviser,
  survey: surveyReviser,
  'survey-refusal': surveyRefusalReviser,
  correction: correctionReviser,
  firm: firmReviser,
  parameters: parametersReviser,
  foundation: foundationReviser,
  'foundation-kind': foundationKindReviser,
  plan: planReviser,
  note: noteReviser,
  'mail-thread': threadReviser,
  'mail-sender': senderReviser,
  'mail-template': templateReviser,
  'mail-refusal': refusalReviser,
  'outbox-mail': outboxReviser,
  file: fileReviser,
  pin: pinReviser,
  introducer: introducerReviser,
  task: taskReviser,
  event: eventReviser,
  'keep-in-touch': keepInTouchReviser,
  hook: hookReviser,
  connection: connectionReviser,
};

export function getReviser(noun: string): Reviser {
  const reviser = revisers[noun];
  if (!reviser) throw new Error(`nothing puts a ${noun} back`);
  return reviser;
}
