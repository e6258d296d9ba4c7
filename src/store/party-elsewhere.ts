/** Rows that hang on a relation and lie in tables of their own, as conditions on relations ask for them. */
export type ConditionKind = 'text' | 'choice' | 'number' | 'instant' | 'months' | 'uuid';

export interface Elsewhere {
  readonly kind: ConditionKind;
  readonly expression: string;
  readonly party: string;
  readonly from: string;
  readonly isList?: boolean;
}

/** Of whom nothing was said, answered or chosen there is no row: what is thought of them is no reason of theirs. */
const foundations = 'party_foundations w where true';

/** Rows elsewhere that hang on a relation: what is compared in them, whose they are, and where they lie. */
export const elsewhere = {
  tag: {
    kind: 'uuid',
    expression: 't.tag_id',
    party: 't.party_id',
    from: 'party_tags t join tags g on g.id = t.tag_id and g.deleted_at is null where true',
  },
  group: {
    kind: 'uuid',
    expression: 'm.group_id',
    party: 'm.party_id',
    from: 'group_members m join groups g on g.id = m.group_id and g.deleted_at is null where true',
  },
  employer: {
    kind: 'uuid',
    expression: 'r.to_party',
    party: 'r.from_party',
    from: `relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      where (r.until_on is null or r.until_on > current_date)`,
  },
  mail: {
    kind: 'text',
    expression: 'lower(i.value)',
    party: 'i.party_id',
    from: "identities i where i.kind = 'mail'",
  },
  foundation: { kind: 'choice', expression: 'w.mostly', party: 'w.party_id', from: foundations, isList: true },
  oneReason: {
    kind: 'choice',
    expression: "case when w.largest_share > 0.5 and cardinality(w.mostly) = 1 then 'yes' else 'no' end",
    party: 'w.party_id',
    from: foundations,
  },
  phone: {
    kind: 'text',
    expression: "regexp_replace(i.value, '[^0-9]', '', 'g')",
    party: 'i.party_id',
    from: "identities i where i.kind = 'phone'",
  },
} as const satisfies Record<string, Elsewhere>;
