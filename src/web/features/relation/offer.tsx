import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Something that could be written down: a word until it is asked for. */
export function Offer({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <UnstyledButton className={classes.offer} onClick={onClick}>
      {children}
    </UnstyledButton>
  );
}

/** A row of them. */
export function Offers({ children }: { children: ReactNode }) {
  return <div className={`${classes.offers} noPrint`}>{children}</div>;
}
