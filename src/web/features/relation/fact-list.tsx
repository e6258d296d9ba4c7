import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Field } from '#contract/fields.ts';
import type { Party } from '#contract/parties.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';
import { nextAge, readBirthday } from './birthday.ts';
import classes from './facts.module.css';
import { GroupsEditor, TagsEditor } from './label-editors.tsx';
import { MetEditor } from './met-editor.tsx';
import { OwnFieldEditor } from './own-field-editor.tsx';
import { showOwnField } from './own-field-text.ts';
import { TagPills } from './tag-pills.tsx';
import { TextEditor } from './text-editor.tsx';
import type { PartyChange, SaveFact } from './use-save-party.ts';

export type FactKey = string;

export interface FactItem {
  readonly key: FactKey;
  readonly label: string;
  readonly shown: ReactNode | null;
  readonly editor: () => ReactNode;
}

interface Listing {
  readonly party: Party;
  readonly own: readonly Field[];
  readonly words: Words;
  readonly formats: Formats;
  readonly save: SaveFact;
  readonly onClose: () => void;
}

const forPeople = ['salutation', 'pronouns'] as const;
const forOrganisations = ['legalForm', 'kvkNumber', 'branchNumber', 'vatId', 'iban'] as const;
type PlainName = (typeof forPeople)[number] | (typeof forOrganisations)[number] | 'name' | 'jobTitle' | 'note';

/** What can be known, in reading order, with how it reads now and what changes it. */
export function listFacts(listing: Listing): FactItem[] {
  const { party } = listing;
  const isPerson = party.kind === 'person';
  const rows = (names: readonly PlainName[]) => names.map((name) => textFact(listing, name));
  return [
    ...rows(isPerson ? ['name', 'jobTitle'] : ['name']),
    labelFact(listing, 'tags'),
    labelFact(listing, 'groups'),
    ...(isPerson ? [birthdayFact(listing), formFact(listing), ...rows(forPeople)] : rows(forOrganisations)),
    metFact(listing),
    ...listing.own.map((field) => ownFact(listing, field)),
    textFact(listing, 'note'),
  ];
}

function textFact({ party, words, save, onClose }: Listing, name: PlainName): FactItem {
  const { labels, hints } = words.records;
  const label = labels[name];
  const value = party[name] ?? '';
  const onSave = async (text: string) => {
    if (name === 'name' && text === '') return words.errors.fields.required;
    const change: PartyChange = { [name]: text === '' ? null : text };
    const wrong = await save({ label, change, before: { [name]: party[name] } });
    return wrong && (wrong[name] ?? Object.values(wrong)[0] ?? '');
  };
  const placeholder = name === 'note' ? words.relation.about.notePlaceholder : hints[name as keyof typeof hints];
  const shown = name === 'iban' ? value.replace(/(.{4})(?=.)/g, '$1 ') : value;
  return {
    key: name,
    label,
    shown: shown === '' ? null : shown,
    editor: () => <TextEditor {...{ label, value, placeholder, onSave, onClose }} isLong={name === 'note'} />,
  };
}

function birthdayFact({ party, words, formats, save, onClose }: Listing): FactItem {
  const { labels, hints, turns } = words.records;
  const label = labels.birthday;
  const { birthday } = party;
  const onSave = async (text: string) => {
    const day = text === '' ? null : readBirthday(text);
    if (text !== '' && day === null) return words.errors.problems['not-a-birthday'] ?? '';
    const wrong = await save({ label, change: { birthday: day }, before: { birthday } });
    return wrong && (Object.values(wrong)[0] ?? '');
  };
  const age = birthday ? nextAge(birthday, formats.dayKey(Date.now())) : null;
  const value = birthday ? formats.birthday(birthday) : '';
  return {
    key: 'birthday',
    label,
    shown: birthday ? `${value}${age === null ? '' : `, ${turns(age)}`}` : null,
    editor: () => <TextEditor {...{ label, value, placeholder: hints.birthday, onSave, onClose }} />,
  };
}

function formFact({ party, words, save, onClose }: Listing): FactItem {
  const { labels, formOfAddress } = words.records;
  const label = labels.formOfAddress;
  const { formOfAddress: before } = party;
  const choose = async (value: string) => {
    const chosen = value === 'formal' || value === 'informal' ? value : null;
    await save({ label, change: { formOfAddress: chosen }, before: { formOfAddress: before } });
    onClose();
  };
  const data = [
    { value: 'formal', label: formOfAddress.formal },
    { value: 'informal', label: formOfAddress.informal },
    { value: '', label: words.relation.about.wishUnknown },
  ];
  return {
    key: 'formOfAddress',
    label,
    shown: before ? formOfAddress[before] : null,
    editor: () => (
      <div className={classes.editor}>
        <SegmentedControl
          aria-label={label}
          value={before ?? ''}
          data={data}
          onChange={(value) => void choose(value)}
        />
      </div>
    ),
  };
}

function labelFact({ party, words, save, onClose }: Listing, name: 'tags' | 'groups'): FactItem {
  const label = words.records.labels[name];
  const names = party[name];
  const onSave = (chosen: readonly string[]) => {
    void save({ label, change: { [name]: [...chosen] }, before: { [name]: [...names] } });
  };
  const Editor = name === 'tags' ? TagsEditor : GroupsEditor;
  return {
    key: name,
    label,
    shown: names.length === 0 ? null : name === 'tags' ? <TagPills names={names} /> : names.join(', '),
    editor: () => <Editor label={label} value={names} onSave={onSave} onClose={onClose} />,
  };
}

function metFact({ party, words, formats, save, onClose }: Listing): FactItem {
  const { labels, met } = words.records;
  const { metHow, metOn, metThrough } = party;
  const parts = [metHow, metThrough && met.throughName(metThrough.name), metOn && formats.date(`${metOn}T12:00Z`)];
  const text = parts.filter(Boolean).join(', ');
  return {
    key: 'met',
    label: labels.met,
    shown: text || null,
    editor: () => <MetEditor {...{ party, save, onClose }} />,
  };
}

function ownFact({ party, words, formats, save, onClose }: Listing, field: Field): FactItem {
  return {
    key: `own ${field.key}`,
    label: field.name,
    shown: showOwnField(field, party.fields[field.key], { words, formats }),
    editor: () => <OwnFieldEditor {...{ field, party, save, onClose }} />,
  };
}
