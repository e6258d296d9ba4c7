import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Change } from '#contract/changes.ts';
import classes from './changes.module.css';
import { sayChange, sayField } from './say-change.ts';
import { sayValue } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

interface Props {
  readonly change: Change;
  readonly onUndo: (changeId: string) => void;
  /** Names whose page it belongs to, where the list is of more than one. */
  readonly showsParty?: boolean;
}

/** Who did what and when; what was and what became; and the way back. */
export function ChangeLine({ change, onUndo, showsParty = false }: Props) {
  const heard = useSpeech();
  const speech = { ...heard, people: new Map([...heard.people, ...Object.entries(change.names)]) };
  const { changes } = speech.words;
  const many = change.batchSize > 1;
  const label = change.act === 'remove' ? changes.bringBack : many ? changes.undoMany(change.batchSize) : changes.undo;
  const said = sayChange(change, speech);
  // How a list looks is seen by opening it.
  const told = change.fields.filter(({ name }) => name !== 'definition');
  const from = [
    speech.formats.dateTime(change.at),
    changes.origins[change.origin],
    many && changes.alsoMany(change.batchSize - 1),
  ];
  return (
    <li className={classes.line} data-undone={change.isUndone || undefined}>
      <div className={classes.words}>
        <p className={classes.said}>
          {said}
          {showsParty && change.party && change.noun !== 'party' && (
            <>
              {' · '}
              <Link to="/relations/$partyId" params={{ partyId: change.party.id }} search={{}}>
                {change.party.name}
              </Link>
            </>
          )}
        </p>
        {told.length > 0 && (
          <dl className={classes.fields}>
            {told.map(({ name, before, after }) => (
              <div key={name}>
                <dt>{sayField(name, speech)}</dt>
                <dd>
                  <del>{sayValue(name, before, speech)}</del>
                  <span aria-hidden="true"> → </span>
                  <ins>{sayValue(name, after, speech)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className={classes.from}>{from.filter(Boolean).join(' · ')}</p>
      </div>
      {change.isUndone ? (
        <span className={classes.from}>{changes.undone}</span>
      ) : (
        <Button
          className="noPrint"
          size="compact-sm"
          variant="default"
          aria-label={`${label}: ${said}`}
          onClick={() => onUndo(change.id)}
        >
          {label}
        </Button>
      )}
    </li>
  );
}
