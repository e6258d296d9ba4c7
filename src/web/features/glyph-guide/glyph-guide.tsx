import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { CarrierArrow } from '../../ui/glyph/carrier-arrow.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useWords } from '../../ui/words.tsx';
import { exampleGlyphs, exampleNames } from './examples.ts';
import classes from './glyph-guide.module.css';

const lines = ['petals', 'ring', 'notch', 'halves', 'band', 'dotted', 'arrow'] as const;

/** How to read the flower: what it is made of, at every size, and without colour. */
export function GlyphGuide() {
  const { bond } = useWords();
  const { legend } = bond;
  return (
    <article className={classes.guide}>
      <PageHead title={legend.title} lead={legend.short} />
      <div className={classes.explained}>
        <BondGlyph facts={exampleGlyphs.oneSided} size={220} />
        <ol className={classes.lines}>
          {lines.map((name) => (
            <li key={name}>{legend[name]}</li>
          ))}
        </ol>
      </div>
      <dl className={classes.blocks}>
        {(['trust', 'reciprocity', 'intensity', 'time'] as const).map((block) => (
          <div key={block}>
            <dt>
              {bond.letters[block]} · {bond.blockTitles[block]}
            </dt>
            <dd className="soft">{bond.questions[block]}</dd>
          </div>
        ))}
      </dl>
      <h2>{legend.sizes}</h2>
      <div className={classes.sizes}>
        {exampleNames.map((name) => (
          <figure key={name}>
            <BondGlyph facts={exampleGlyphs[name]} size={128} />
            <div className={classes.inRow}>
              <BondGlyph facts={exampleGlyphs[name]} size={64} isDecoration />
              <BondGlyph facts={exampleGlyphs[name]} size={20} isDecoration />
            </div>
            <figcaption className="soft">{legend.examples[name]}</figcaption>
          </figure>
        ))}
      </div>
      <h2>{legend.grey}</h2>
      <div className={classes.row}>
        {exampleNames.map((name) => (
          <BondGlyph key={name} facts={exampleGlyphs[name]} size={64} mono isDecoration />
        ))}
        {exampleNames.map((name) => (
          <BondGlyph key={name} facts={exampleGlyphs[name]} size={20} mono isDecoration />
        ))}
      </div>
      <ul className={classes.arrows}>
        {(['ours', 'theirs', 'both'] as const).map((carrier) => (
          <li key={carrier}>
            <svg width={22} height={22} viewBox="0 0 10 10" aria-hidden="true">
              <CarrierArrow carrier={carrier} x={0} y={0} />
            </svg>
            {bond.carrierShort[carrier]}
          </li>
        ))}
      </ul>
    </article>
  );
}
