/** Who a mail goes to: type part of a name or an address; what is chosen stands before it. */
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { MailLine } from '#contract/mail-values.ts';
import { api, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useMailWords } from '../../ui/words-of/mail.ts';

interface Props {
  readonly label: string;
  readonly lines: readonly MailLine[];
  readonly onChange: (lines: readonly MailLine[]) => void;
}

const address = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

export function PeopleField({ label, lines, onChange }: Props) {
  const { letter } = useMailWords();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const combobox = useCombobox();
  const asked = useDeferredValue(text.trim());
  const found = useQuery(queries.search(asked));
  const options = asked === '' ? [] : (found.data?.items ?? []).slice(0, 6);
  const add = (more: readonly MailLine[]) => {
    const known = new Set(lines.map((line) => line.address.toLowerCase()));
    onChange([...lines, ...more.filter((line) => !known.has(line.address.toLowerCase()))]);
    setText('');
    setProblem(null);
    combobox.closeDropdown();
  };
  const choose = async (partyId: string) => {
    const party = await api.parties.get({ ...nothing, params: { partyId } });
    const mail = party.identities.find(({ kind }) => kind === 'mail');
    if (mail) add([{ address: mail.value, name: party.name }]);
    else setProblem(letter.notAnAddress(party.name));
  };
  /** Several at once, as they are pasted. */
  const take = () => {
    const written = text.split(/[,;\s]+/).filter((part) => part !== '');
    if (written.length === 0) return;
    const wrong = written.find((part) => !address.test(part.replace(/^<|>$/g, '')));
    if (wrong) setProblem(letter.notAnAddress(wrong));
    else add(written.map((part) => ({ address: part.replace(/^<|>$/g, ''), name: null })));
  };
  const drop = (gone: MailLine) => onChange(lines.filter((line) => line !== gone));
  return (
    <Combobox store={combobox} onOptionSubmit={(id) => void choose(id)}>
      <Combobox.DropdownTarget>
        <PillsInput label={label} error={problem}>
          <Pill.Group>
            {lines.map((line) => (
              <Pill
                key={line.address}
                withRemoveButton
                onRemove={() => drop(line)}
                removeButtonProps={{
                  'aria-hidden': false,
                  'aria-label': letter.removeOne(line.name ?? line.address),
                  tabIndex: 0,
                }}
                title={line.address}
              >
                {line.name ?? line.address}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={label}
                placeholder={lines.length === 0 ? letter.peopleHint : ''}
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  setProblem(null);
                  combobox.openDropdown();
                  combobox.resetSelectedOption();
                }}
                onBlur={() => {
                  combobox.closeDropdown();
                  if (address.test(text.trim())) take();
                }}
                onKeyDown={(event) => {
                  const isEnd = event.key === 'Enter' || event.key === ',' || event.key === ';';
                  if (isEnd && combobox.getSelectedOptionIndex() === -1 && text.trim() !== '') {
                    event.preventDefault();
                    take();
                  }
                  if (event.key === 'Backspace' && text === '') onChange(lines.slice(0, -1));
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={options.length === 0}>
        <Combobox.Options aria-label={label}>
          {options.map(({ id, name, context }) => (
            <Combobox.Option key={id} value={id}>
              {name} <span className="soft small">{context}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
