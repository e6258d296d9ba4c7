/** Paper and ink: the Mantine theme and our own variables beside it. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { blockNames } from '#engine/reading.ts';
import { paperColours, petalColours, type Scheme } from '../ui/glyph/palette.ts';

const ink: MantineColorsTuple = [
  '#f4f1ea',
  '#e9e4d9',
  '#d5cec0',
  '#b9b0a0',
  '#978d7d',
  '#776e61',
  '#5c544a',
  '#453f37',
  '#2f2a24',
  '#25211b',
];

/** Mantine draws its dark scheme from this scale: text first, the darkest surface last. */
const dark: MantineColorsTuple = [
  '#efe9dd',
  '#d6cec0',
  '#b0a797',
  '#8d8475',
  '#4a443b',
  '#39342d',
  '#2a2620',
  '#211e19',
  '#1b1915',
  '#12100d',
];

const brick: MantineColorsTuple = [
  '#fdf1ee',
  '#f7dcd6',
  '#eeb8ad',
  '#e59584',
  '#de7661',
  '#c9523b',
  '#b5412b',
  '#a3341f',
  '#862a19',
  '#6b2215',
];

/** Crosses stand everywhere and are named in the reader's language. */
export function makeTheme({ closeLabel }: { closeLabel: string }) {
  const named = { 'aria-label': closeLabel };
  return createTheme({
    fontFamily: "'Figtree Variable', system-ui, sans-serif",
    headings: { fontFamily: "'Newsreader Variable', Georgia, serif", fontWeight: '500' },
    primaryColor: 'ink',
    primaryShade: { light: 8, dark: 1 },
    autoContrast: true,
    luminanceThreshold: 0.4,
    // Mantine weighs the words on a filled button by the light shade only; in the dark ours is pale.
    variantColorResolver: (input) => {
      const colours = defaultVariantColorsResolver(input);
      const isPrimary = input.variant === 'filled' && input.color === input.theme.primaryColor;
      return isPrimary ? { ...colours, color: 'var(--mantine-primary-color-contrast)' } : colours;
    },
    colors: { ink, gray: ink, dark, red: brick },
    black: '#25211b',
    white: '#fffdf9',
    defaultRadius: 'sm',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      // By name: not every page needs them.
      Switch: { defaultProps: { withThumbIndicator: false } },
      // Weighed by the light shade as well, else: a white tick on a pale box.
      Checkbox: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
      Radio: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
      CloseButton: { defaultProps: { variant: 'subtle', ...named } },
    },
    fontSizes: { xs: '0.8125rem', sm: '0.9rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  });
}

const surfaces: Record<Scheme, Record<string, string>> = {
  light: {
    '--paper': paperColours.light,
    '--paper-raised': '#fffefb',
    '--paper-sunk': '#f4f0e7',
    '--ink': '#25211b',
    '--ink-soft': '#675f54',
    '--line': '#e8e2d6',
    '--line-strong': '#bdb4a4',
    '--focus': '#1b5fc1',
    '--quiet': '#8a5a00',
    '--gone': '#a3341f',
    '--well': '#1d6e57',
  },
  dark: {
    '--paper': paperColours.dark,
    '--paper-raised': '#211e19',
    '--paper-sunk': '#12100d',
    '--ink': '#efe9dd',
    '--ink-soft': '#a89f90',
    '--line': '#35302a',
    '--line-strong': '#6a6256',
    '--focus': '#8ab8ff',
    '--quiet': '#e0b45c',
    '--gone': '#f0907a',
    '--well': '#7fd1b5',
  },
};

function variablesOf(scheme: Scheme): Record<string, string> {
  const petals = Object.fromEntries(blockNames.map((block) => [`--petal-${block}`, petalColours[scheme][block]]));
  return {
    ...surfaces[scheme],
    ...petals,
    '--mantine-color-body': surfaces[scheme]['--paper'] ?? '',
    '--mantine-color-text': surfaces[scheme]['--ink'] ?? '',
    '--mantine-color-dimmed': surfaces[scheme]['--ink-soft'] ?? '',
    '--mantine-color-placeholder': surfaces[scheme]['--ink-soft'] ?? '',
    '--mantine-color-default-border': surfaces[scheme]['--line-strong'] ?? '',
    '--mantine-color-default': surfaces[scheme]['--paper-raised'] ?? '',
    '--mantine-color-error': surfaces[scheme]['--gone'] ?? '',
    '--mantine-color-anchor': surfaces[scheme]['--ink'] ?? '',
  };
}

export const resolveVariables: CSSVariablesResolver = () => {
  return { variables: {}, light: variablesOf('light'), dark: variablesOf('dark') };
};

export function readStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
