import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Fragment, type ReactElement } from 'react';
import type { MenuPart } from './lazy-menu.tsx';

interface Props {
  readonly parts: readonly MenuPart[];
  readonly position: 'bottom-end' | 'top-start';
  readonly children: ReactElement;
}

/** The menu itself, open from the start: it is fetched by the click that opens it. */
export function OpenMenu({ parts, position, children }: Props) {
  return (
    <Menu
      defaultOpened
      position={position}
      width={parts.length > 1 ? 230 : 'auto'}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {parts.map(({ title, choices }, at) => (
          <Fragment key={title ?? choices[0]?.label}>
            {title ? <Menu.Label>{title}</Menu.Label> : at > 0 && <Menu.Divider />}
            {choices.map(({ label, onChoose, icon, isCurrent, lang }) => (
              <Menu.Item
                key={label}
                onClick={onChoose}
                leftSection={icon}
                rightSection={isCurrent && <IconCheck size={16} aria-hidden="true" />}
                aria-current={isCurrent}
                lang={lang}
              >
                {label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
