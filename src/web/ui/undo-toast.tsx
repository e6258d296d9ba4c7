import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import classes from './undo-toast.module.css';

interface Undo {
  readonly message: string;
  readonly label: string;
  readonly close: string;
  readonly onUndo: () => void;
}

/** It is done, and it can be taken back: for nine seconds in sight. */
export function showUndo({ message, label, close, onUndo }: Undo): void {
  const id = `undo-${Date.now()}`;
  const undo = () => {
    notifications.hide(id);
    onUndo();
  };
  notifications.show({
    id,
    autoClose: 9000,
    closeButtonProps: { 'aria-label': close },
    message: (
      <span className={classes.toast}>
        <span>{message}</span>
        <Button size="compact-sm" variant="default" onClick={undo}>
          {label}
        </Button>
      </span>
    ),
  });
}
