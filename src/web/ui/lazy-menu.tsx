/** A button with a menu that is only fetched when someone is about to open it: most pages never need it. */
import { UnstyledButton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';

export interface MenuChoice {
  readonly label: string;
  readonly onChoose: () => void;
  readonly icon?: ReactNode;
  readonly isCurrent?: boolean;
  readonly lang?: string;
}

export interface MenuPart {
  readonly title?: string;
  readonly choices: readonly MenuChoice[];
}

interface Props {
  readonly label: string;
  readonly className: string;
  readonly parts: readonly MenuPart[];
  readonly position?: 'bottom-end' | 'top-start';
  readonly children: ReactNode;
}

const loadMenu = () => import('./open-menu.tsx');
const OpenMenu = lazy(() => loadMenu().then((loaded) => ({ default: loaded.OpenMenu })));

export function LazyMenu({ label, className, parts, position = 'bottom-end', children }: Props) {
  const [wasOpened, setWasOpened] = useState(false);
  const button = (
    <UnstyledButton
      className={className}
      aria-label={label}
      aria-haspopup="menu"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      {...(wasOpened ? {} : { onClick: () => setWasOpened(true), 'aria-expanded': false })}
    >
      {children}
    </UnstyledButton>
  );
  if (!wasOpened) return button;
  return (
    <Suspense fallback={button}>
      <OpenMenu parts={parts} position={position}>
        {button}
      </OpenMenu>
    </Suspense>
  );
}
