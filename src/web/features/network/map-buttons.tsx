import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import type { Drawing } from './draw-map.ts';
import classes from './network.module.css';

/** What the wheel and two fingers do, for who has neither. */
export function MapButtons({ drawing }: { drawing: Drawing }) {
  const words = useNetworkWords().map;
  const acts = [
    { label: words.in, act: () => drawing.zoom('in'), icon: <IconPlus size={16} aria-hidden="true" /> },
    { label: words.out, act: () => drawing.zoom('out'), icon: <IconMinus size={16} aria-hidden="true" /> },
    { label: words.whole, act: () => drawing.zoom('whole'), icon: <IconArrowsMaximize size={16} aria-hidden="true" /> },
  ];
  return (
    <div className={classes.buttons}>
      {acts.map(({ label, act, icon }) => (
        <ActionIcon key={label} variant="default" aria-label={label} onClick={act}>
          {icon}
        </ActionIcon>
      ))}
    </div>
  );
}
