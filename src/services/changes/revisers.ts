/** Which nouns can be put back, and by what. A noun that notes its changes stands here. */
import { fileReviser } from '../files/revise-file.ts';
import { interactionReviser } from '../interactions/revise-interaction.ts';
import { noteReviser } from '../notes/revise-note.ts';
import { parametersReviser } from '../parameters/revise-parameters.ts';
import { partyReviser } from '../parties/revise-party.ts';
import { relationReviser } from '../parties/revise-relation.ts';
import { promiseReviser } from '../promises/revise-promise.ts';
import type { Reviser } from './reviser.ts';

const revisers: Readonly<Record<string, Reviser>> = {
  party: partyReviser,
  relation: relationReviser,
  interaction: interactionReviser,
  promise: promiseReviser,
  parameters: parametersReviser,
  note: noteReviser,
  file: fileReviser,
};

export function getReviser(noun: string): Reviser {
  const reviser = revisers[noun];
  if (!reviser) throw new Error(`nothing puts a ${noun} back`);
  return reviser;
}
