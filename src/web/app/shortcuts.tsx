import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { type Act, useAllActs } from '../ui/acts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './shortcuts.module.css';

const wheres = ['anywhere', 'list', 'relation', 'tasks', 'proposals', 'give-and-take', 'dialog'] as const;
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const signs: Readonly<Record<string, string>> = {
  Control: isMac ? '⌘' : 'Ctrl',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
};

/** All keys at a glance, from the same list that they are heard by. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { acts } = useWords();
  const known = useAllActs().filter(({ keys }) => keys !== undefined);
  const unique = [...new Map(known.map((act) => [act.id, act])).values()];
  return (
    <Dialog title={acts.shortcuts} onClose={onClose}>
      <p className="soft">{acts.shortcutsLead}</p>
      <div className={classes.parts}>
        {wheres
          .filter((where) => unique.some((act) => act.where === where))
          .map((where) => (
            <section key={where} aria-label={acts.where[where]}>
              <h3>{acts.where[where]}</h3>
              <dl className={classes.keys}>
                {unique
                  .filter((act) => act.where === where)
                  .map((act) => (
                    <Line key={act.id} act={act} />
                  ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}

function Line({ act }: { act: Act }) {
  const { acts } = useWords();
  return (
    <>
      <dt>
        {act.keys?.map((keys, at) => (
          <Fragment key={keys}>
            {at > 0 && ` ${acts.or} `}
            {keys.split(' ').map((step, place) => (
              <Fragment key={step}>
                {place > 0 && ` ${acts.then} `}
                {step.split('+').map((key) => (
                  <Kbd key={key}>{signs[key] ?? key}</Kbd>
                ))}
              </Fragment>
            ))}
          </Fragment>
        ))}
      </dt>
      <dd>{act.name}</dd>
    </>
  );
}
