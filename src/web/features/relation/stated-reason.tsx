import { IconDots } from '@tabler/icons-react';
import type { FoundationKind, FoundationStatement } from '#contract/foundations.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { foundationTouches } from '../../api/standing-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useKindName } from '../../ui/foundation/use-kind-name.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import classes from './foundation.module.css';

interface Props {
  readonly item: FoundationStatement;
  readonly kinds: readonly FoundationKind[];
  readonly onEdit: () => void;
}

/** One thing they said, in their words, with when and who wrote it down. */
export function StatedReason({ item, kinds, onEdit }: Props) {
  const words = useFoundationWords();
  const { formats } = useSpoken();
  const nameOf = useKindName(kinds);
  const { sayDone } = useUndoRecord();
  const remove = useAct({
    run: () => api.foundations.withdraw({ ...nothing, params: { statementId: item.id }, headers: newKey() }),
    touches: foundationTouches,
    onDone: () => sayDone(words.did.removed, item.id),
  });
  const day = formats.date(item.saidAt);
  const facts = [
    item.ground === 'survey' ? words.surveyOn(day) : words.saidOn(day),
    item.author && words.by(item.author),
    item.face && words.faces[item.face](item.colleague?.name ?? words.someone),
    item.toldBy && words.told[item.toldBy],
    item.neededFor && words.needed(item.neededFor),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className={classes.statement}>
      <div>
        <p className={classes.reason}>{nameOf(item.kind)}</p>
        {item.words && <p className={classes.words}>{item.words}</p>}
        <p className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <LazyMenu
        label={words.more}
        className={`${classes.more} noPrint`}
        parts={[
          {
            choices: [
              { label: words.change, onChoose: onEdit },
              { label: words.remove, onChoose: () => remove.mutate() },
            ],
          },
        ]}
      >
        <IconDots size={18} aria-hidden="true" />
      </LazyMenu>
    </div>
  );
}
