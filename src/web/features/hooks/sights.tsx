import type { HookSight } from '#contract/hooks.ts';
import { writeMoney } from '../../ui/money.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';
import { listParts, sayProblem } from './say-sight.ts';

/** The record each message becomes as things are chosen now. */
export function Sights({ sights }: { sights: readonly HookSight[] }) {
  const { sights: words } = useHookWords();
  return (
    <div className={classes.sights} aria-live="polite">
      <h3>{words.title}</h3>
      {sights.length === 0 && <p className="soft">{words.none}</p>}
      {sights.map((sight, place) => (
        <Sight key={sight.deliveryId ?? place} sight={sight} />
      ))}
    </div>
  );
}

function Sight({ sight }: { sight: HookSight }) {
  const { formats } = useSpoken();
  const said = useHookWords();
  const { sights, mapping } = said;
  if (sight.outcome === 'failed') return <p className={classes.failure}>{sayProblem(sight, said)}</p>;
  if (sight.outcome === 'skipped' || sight.event === null) return <p className="soft">{sights.skipped}</p>;
  const { event } = sight;
  const currency = typeof event['currency'] === 'string' ? event['currency'] : 'EUR';
  const say = (field: string, value: unknown): string => {
    if (field === 'at') return formats.dateTime(String(value));
    if (field === 'amountMinor') return writeMoney({ amountMinor: Number(value), currency }, formats);
    return typeof value === 'boolean' ? sights[value ? 'yes' : 'no'] : String(value);
  };
  return (
    <div className={classes.sight}>
      <p className={classes.what}>{mapping.types[String(event['type'])] ?? String(event['type'])}</p>
      <dl className={classes.parts}>
        {listParts(event).map(({ field, value }) => (
          <div key={field}>
            <dt>{mapping.fields[field] ?? field}</dt>
            <dd>{say(field, value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
