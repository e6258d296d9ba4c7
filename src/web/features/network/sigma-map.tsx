import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { NetworkMap } from '#contract/network.ts';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import { type Drawing, drawMap } from './draw-map.ts';
import { MapButtons } from './map-buttons.tsx';
import classes from './network.module.css';
import type { Shown } from './pick-shown.ts';

interface Props {
  readonly map: NetworkMap;
  readonly shown: Shown;
  readonly chosen: string | null;
  readonly label: string;
  readonly onChoose: (id: string | null) => void;
}

/** The canvas. What it shows is said by the list above it and by the field below it. */
export function SigmaMap({ map, shown, chosen, label, onChoose }: Props) {
  const words = useNetworkWords().map;
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [isUnable] = useState(() => !hasWebgl());
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    if (!place.current || isUnable) return;
    const stop = new AbortController();
    let drawn: Drawing | null = null;
    void drawMap({ map, place: place.current, scheme, signal: stop.signal, onChoose: (id) => choose.current(id) }).then(
      (made) => {
        if (stop.signal.aborted) made?.end();
        else {
          drawn = made;
          setDrawing(made);
        }
      },
    );
    return () => {
      stop.abort();
      drawn?.end();
      setDrawing(null);
    };
  }, [map, scheme, isUnable]);
  useEffect(() => drawing?.show({ shown, chosen }), [drawing, shown, chosen]);
  if (isUnable) return <p className="soft">{words.noWebgl}</p>;
  return (
    <div className={classes.frame}>
      <div ref={place} className={classes.canvas} role="img" aria-label={label} data-drawn={drawing !== null} />
      {drawing ? <MapButtons drawing={drawing} /> : <p className={`soft ${classes.waiting}`}>{words.drawing}</p>}
    </div>
  );
}

function hasWebgl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
