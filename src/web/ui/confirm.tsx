import { Button } from '@mantine/core';
import classes from './confirm.module.css';
import { Dialog } from './dialog.tsx';
import { useWords } from './words.tsx';

interface Props {
  readonly question: string;
  readonly text?: string;
  readonly act: string;
  readonly isBusy?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asked only before what cannot simply be undone. */
export function Confirm({ question, text, act, isBusy = false, onYes, onNo }: Props) {
  const { shell } = useWords();
  return (
    <Dialog title={question} onClose={onNo} size="sm">
      {text && <p className="soft">{text}</p>}
      <div className={classes.acts}>
        <Button variant="default" onClick={onNo} data-autofocus>
          {shell.cancel}
        </Button>
        <Button color="red" onClick={onYes} loading={isBusy}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
