import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import type { Preference } from '#contract/party-facts.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './about.module.css';
import facts from './facts.module.css';
import { Offer, Offers } from './offer.tsx';
import { sayPreference } from './say-preference.ts';
import { type SaveFact, useSaveFact } from './use-save-party.ts';

/** What they said about how they like to be dealt with: their words, when, and who wrote them down. */
export function Preferences({ party }: { party: Party }) {
  const { words, formats } = useSpoken();
  const { records } = words;
  const save = useSaveFact(party);
  const [isAdding, setAdding] = useState(false);
  const label = records.labels.preferences;
  const sent = party.preferences.map(({ notedBy: _, ...said }) => said);
  const remove = (place: number) =>
    void save({ label, change: { preferences: sent.toSpliced(place, 1) }, before: { preferences: sent } });
  return (
    <section aria-label={label}>
      {(sent.length > 0 || isAdding) && <h3>{label}</h3>}
      <ul className={classes.list}>
        {party.preferences.map((said, place) => (
          <li key={`${said.about} ${said.choice} ${said.words}`}>
            <span className="soft">{records.preferences.abouts[said.about]}</span>
            <span className={classes.grow}>
              {sayPreference(said, words)}
              <br />
              <span className="soft small">
                {records.preferences.saidBy(formats.date(`${said.saidOn}T12:00Z`), said.notedBy)}
              </span>
            </span>
            <CloseButton
              size="sm"
              className="noPrint"
              aria-label={`${records.preferences.remove}: ${sayPreference(said, words)}`}
              onClick={() => remove(place)}
            />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddPreference sent={sent} label={label} save={save} onClose={() => setAdding(false)} />
      ) : (
        <Offers>
          <Offer onClick={() => setAdding(true)}>{records.preferences.add}</Offer>
        </Offers>
      )}
    </section>
  );
}

interface AddProps {
  readonly sent: readonly Omit<Preference, 'notedBy'>[];
  readonly label: string;
  readonly save: SaveFact;
  readonly onClose: () => void;
}

type About = Preference['about'];
type Choice = NonNullable<Preference['choice']>;

const choicesAbout: Readonly<Record<About, readonly Choice[]>> = {
  approach: ['explain-first', 'proposal-first'],
  channel: ['call', 'mail', 'message', 'visit'],
  time: [],
  other: [],
};
const abouts = ['approach', 'channel', 'time', 'other'] as const;

function AddPreference({ sent, label, save, onClose }: AddProps) {
  const { words } = useSpoken();
  const { records, shell } = words;
  const { preferences } = records;
  const [about, setAbout] = useState<About>('approach');
  const [choice, setChoice] = useState<Choice | null>(null);
  const [own, setOwn] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const options = choicesAbout[about];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const made = { about, choice, words: own.trim() || null };
    const problems = await save({
      label,
      change: { preferences: [...sent, made] },
      before: { preferences: [...sent] },
    });
    if (problems) setWrong(Object.values(problems)[0] ?? '');
    else onClose();
  };
  return (
    <form className={facts.editor} onSubmit={(event) => void send(event)}>
      <div className={facts.line}>
        <Select
          label={preferences.about}
          value={about}
          allowDeselect={false}
          data={abouts.map((value) => ({ value, label: preferences.abouts[value] }))}
          onChange={(value) => {
            setAbout(abouts.find((name) => name === value) ?? 'other');
            setChoice(null);
          }}
          w={150}
        />
        {options.length > 0 && (
          <Select
            label={preferences.choice}
            value={choice}
            clearable
            data={options.map((value) => ({ value, label: preferences.choices[value] }))}
            onChange={(value) => setChoice(options.find((name) => name === value) ?? null)}
          />
        )}
      </div>
      <TextInput
        label={preferences.words}
        value={own}
        maxLength={300}
        error={wrong}
        onChange={(event) => setOwn(event.currentTarget.value)}
      />
      <div className={facts.acts}>
        <Button type="submit" variant="default" disabled={choice === null && own.trim() === ''}>
          {records.yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}
