import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';
import { useWords } from './words.tsx';

export interface DialogProps {
  readonly title: string;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function OpenDialog({ title, size = 'md', onClose, children }: DialogProps) {
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
