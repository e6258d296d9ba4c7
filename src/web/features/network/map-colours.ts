/** Colours of the map, light and dark: a canvas knows no variables. */
import type { NetworkMap } from '#contract/network.ts';
import { petalColours, type Scheme } from '../../ui/glyph/palette.ts';

interface Tints {
  readonly ink: string;
  readonly faded: string;
  readonly line: string;
  readonly noted: string;
  readonly cut: string;
  readonly more: readonly string[];
}

const tints: Record<Scheme, Tints> = {
  light: {
    ink: '#25211b',
    faded: '#efeae0',
    line: '#cfc6b6',
    noted: '#e3dccd',
    cut: '#a3341f',
    more: ['#7a6a9c', '#6b8f3c', '#4d8aa8', '#a0637e'],
  },
  dark: {
    ink: '#efe9dd',
    faded: '#26221d',
    line: '#575046',
    noted: '#3d372f',
    cut: '#f0907a',
    more: ['#b3a3d6', '#a9cc78', '#86c1de', '#d79ab5'],
  },
};

export function coloursOf(scheme: Scheme) {
  const { ink, faded, line, noted, cut, more } = tints[scheme];
  const { trust, intensity, time } = petalColours[scheme];
  const circles = [time, intensity, trust, ...more];
  return {
    ink,
    faded,
    /** One of us in ink; who alone stands between us and others in red; the others by their circle. */
    node: ({ isOwn, cutOff, circle }: NetworkMap['nodes'][number]) =>
      isOwn ? ink : cutOff > 0 ? cut : (circles[circle % circles.length] ?? ink),
    edge: ({ isBridge, isDeclared }: NetworkMap['edges'][number]) => (isBridge ? cut : isDeclared ? noted : line),
  };
}
