import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BondGlyph } from './bond-glyph.tsx';
import type { GlyphFacts } from './glyph/glyph-facts.ts';
import classes from './glyph-legend.module.css';
import { useWords } from './words.tsx';

const key = 'hecht-legend-read';

/** Told once: how to read the flower. Goes away for good when dismissed. */
export function GlyphLegend() {
  const { bond, shell } = useWords();
  const [isRead, setRead] = useState(wasRead);
  if (isRead) return null;
  const dismiss = () => {
    setRead(true);
    try {
      window.localStorage.setItem(key, 'yes');
    } catch {
      // A browser that keeps nothing tells it once more next time.
    }
  };
  return (
    <aside className={`${classes.legend} noPrint`} aria-label={bond.legend.title}>
      <BondGlyph facts={example} size={64} isDecoration />
      <div>
        <p className="serif">{bond.legend.short}</p>
        <p className="soft small">
          {(['trust', 'reciprocity', 'intensity', 'time'] as const)
            .map((block) => `${bond.letters[block]} ${bond.blocks[block]}`)
            .join(' · ')}{' '}
          · <Link to="/glyph">{shell.glyphPage}</Link>
        </p>
      </div>
      <Button size="xs" variant="default" onClick={dismiss}>
        {bond.legend.dismiss}
      </Button>
    </aside>
  );
}

function wasRead(): boolean {
  try {
    return window.localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

const example: GlyphFacts = {
  bond: 0.58,
  isKnown: true,
  petals: [
    { block: 'trust', value: 0.82, knowledge: 'known', high: 0.9 },
    { block: 'reciprocity', value: 0.36, knowledge: 'known', high: 0.44 },
    { block: 'intensity', value: 0.66, knowledge: 'known', high: 0.72 },
    { block: 'time', value: 0.78, knowledge: 'known', high: 0.82 },
  ],
  weakest: 'reciprocity',
  givingOurs: 0.66,
  givingTheirs: 0.26,
  carrier: 'ours',
};
