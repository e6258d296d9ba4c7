/** The table of the door, of ideas, rules of the house, and what both sides expect. */
import {
  createExpectation,
  removeExpectation,
  updateExpectationFields,
} from '#services/expectations/change-expectation.ts';
import { listExpectations } from '#services/expectations/list-expectations.ts';
import {
  createHouseRule,
  listFirmRules,
  removeHouseRule,
  updateHouseRuleFields,
} from '#services/house-rules/house-rules.ts';
import { listRuleCases } from '#services/house-rules/list-cases.ts';
import { createIdea, removeIdea, tellOfIdea, thankForIdea, updateIdeaFields } from '#services/ideas/change-idea.ts';
import { getIdea, listIdeas } from '#services/ideas/list-ideas.ts';
import type { UseCases } from './serve.ts';

export const useCasesOfIdeas: Pick<UseCases, 'ideas' | 'houseRules' | 'expectations'> = {
  ideas: {
    list: listIdeas,
    get: getIdea,
    create: createIdea,
    update: updateIdeaFields,
    tell: tellOfIdea,
    thank: thankForIdea,
    remove: removeIdea,
  },
  houseRules: {
    list: listFirmRules,
    cases: listRuleCases,
    create: createHouseRule,
    update: updateHouseRuleFields,
    remove: removeHouseRule,
  },
  expectations: {
    list: listExpectations,
    create: createExpectation,
    update: updateExpectationFields,
    remove: removeExpectation,
  },
};
