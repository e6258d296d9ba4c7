import { useEffect, useRef } from 'react';

/** For a strip that scrolls sideways: what is current in it is brought into view, and nothing else moves. */
export function useCurrentInView<Strip extends HTMLElement>(current: string) {
  const strip = useRef<Strip>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again when another one is current
  useEffect(() => {
    const shown = strip.current?.querySelector<HTMLElement>('[aria-current="page"], [aria-selected="true"]');
    if (!strip.current || !shown) return;
    const [box, place] = [strip.current.getBoundingClientRect(), shown.getBoundingClientRect()];
    if (place.left < box.left || place.right > box.right) {
      strip.current.scrollLeft += place.left - box.left - (box.width - place.width) / 2;
    }
  }, [current]);
  return strip;
}
