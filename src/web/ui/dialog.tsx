import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';
import { useWords } from './words.tsx';

interface Props {
  readonly title: string;
  readonly size?: 'sm' | 'md';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page: named by its title, closed by Escape, by its cross or beside it. */
export function Dialog({ title, size = 'md', onClose, children }: Props) {
  const { shell } = useWords();
  return (
    <Modal.Root opened onClose={onClose} lockScroll={false} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          <CloseButton onClick={onClose} aria-label={shell.close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
