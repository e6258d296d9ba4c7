/** What is written down about a relation, as it goes over the wire; whom the reader may not see is not named. */
import type { Party } from '#contract/parties.ts';
import type { FieldOutput, Preference } from '#contract/party-facts.ts';
import type { PartyView } from '#store/party-view.ts';
import { type PlainFact, pickPlainFacts } from '#store/plain-facts.ts';
import { writtenValue } from '../fields/read-field-values.ts';
import { completeAddress } from './addresses.ts';

type Facts = Pick<
  Party,
  | 'addresses'
  | 'birthday'
  | 'formOfAddress'
  | 'metOn'
  | 'metThrough'
  | 'preferences'
  | 'tags'
  | 'groups'
  | 'fields'
  | 'keptLine'
> &
  Record<PlainFact, string | null>;

export function describeFacts({ record, named, noters, keptLine }: PartyView): Facts {
  const people = new Map(named.map((party) => [party.id, party]));
  return {
    addresses: record.addresses.map(completeAddress),
    birthday: record.birthday,
    ...pickPlainFacts(record),
    formOfAddress: record.formOfAddress,
    metOn: record.metOn,
    metThrough: people.get(record.metThrough ?? '') ?? null,
    preferences: record.preferences.map((said) => {
      const notedBy = noters[said.notedBy ?? ''] ?? null;
      return { ...said, notedBy } as Preference;
    }),
    tags: [...record.tags],
    groups: [...record.groups],
    fields: describeFields(record.fieldValues, people),
    keptLine: keptLine && { ...keptLine, at: new Date(keptLine.at).toISOString() },
  };
}

function describeFields(
  values: PartyView['record']['fieldValues'],
  people: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
): Record<string, FieldOutput> {
  const shown = values.flatMap((value): [string, FieldOutput][] => {
    const written = value.type === 'party' ? (people.get(value.party ?? '') ?? null) : writtenValue(value);
    return written === null ? [] : [[value.key, written]];
  });
  return Object.fromEntries(shown);
}
