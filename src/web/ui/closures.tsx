import { Button, CloseButton, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './closures.module.css';
import { useWords } from './words.tsx';

interface Closure {
  readonly from: string;
  readonly until: string;
  readonly label: string;
}

interface Props {
  readonly closures: readonly Closure[];
  readonly onChange: (closures: Closure[]) => void;
  readonly isLocked?: boolean;
}

const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const empty = { from: '', until: '', label: '' };

/** Times of the year in which silence does not count. */
export function Closures({ closures, onChange, isLocked = false }: Props) {
  const { relation, shell } = useWords();
  const { about } = relation;
  const [draft, setDraft] = useState(empty);
  const [isWrong, setWrong] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const isRight = monthDay.test(draft.from) && monthDay.test(draft.until);
    setWrong(!isRight);
    if (!isRight) return;
    onChange([...closures, draft]);
    setDraft(empty);
  };
  const field = (name: keyof typeof empty) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <ul className={classes.list}>
        {closures.map((closure, at) => (
          <li key={`${closure.from} ${closure.until}`}>
            <span>
              {closure.from} – {closure.until}
            </span>
            <span className="soft">{closure.label}</span>
            {!isLocked && (
              <CloseButton
                size="sm"
                aria-label={`${shell.remove}: ${closure.from} – ${closure.until}`}
                onClick={() => onChange(closures.filter((_, index) => index !== at))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isLocked && (
        <form onSubmit={add} className={`${classes.add} noPrint`}>
          <TextInput aria-label={about.closureFrom} placeholder={about.closureFrom} w={140} {...field('from')} />
          <TextInput
            aria-label={about.closureUntil}
            placeholder={about.closureUntil}
            w={140}
            error={isWrong ? about.closureWrong : null}
            {...field('until')}
          />
          <TextInput aria-label={about.closureLabel} placeholder={about.closureLabel} w={150} {...field('label')} />
          <Button type="submit" variant="default">
            {about.closureAdd}
          </Button>
        </form>
      )}
    </>
  );
}
