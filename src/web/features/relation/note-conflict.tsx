import { Button } from '@mantine/core';
import type { RichText } from '#contract/rich-text.ts';
import { RichTextView } from '../../ui/rich-text/rich-text-view.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './notes.module.css';
import type { Conflict } from './use-save-note.ts';

interface Props {
  readonly conflict: Conflict;
  readonly mine: RichText;
  readonly onChoose: (body: RichText) => void;
}

/** Both texts, side by side; nothing is thrown away before somebody chose. */
export function NoteConflict({ conflict, mine, onChoose }: Props) {
  const { conflict: words } = useWords().timeline;
  const theirs = conflict.note.body;
  const both: RichText = { type: 'doc', content: [...theirs.content, ...mine.content] };
  return (
    <section role="alert" aria-label={words.title} className={classes.conflict}>
      <h3>{words.title}</h3>
      <div className={classes.versions}>
        <div>
          <p className="soft small">{words.theirs(conflict.by)}</p>
          <RichTextView body={theirs} />
        </div>
        <div>
          <p className="soft small">{words.mine}</p>
          <RichTextView body={mine} />
        </div>
      </div>
      <div className={classes.acts}>
        <Button size="compact-sm" variant="default" onClick={() => onChoose(both)}>
          {words.join}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onChoose(mine)}>
          {words.keepMine}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onChoose(theirs)}>
          {words.keepTheirs}
        </Button>
      </div>
    </section>
  );
}
