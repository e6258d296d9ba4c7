import { lazy, type ReactNode, Suspense, useState } from 'react';
import classes from './numbers.module.css';

interface Props {
  /** What the number is, as the title of what opens: "Hechtheid", "Kans dat ze nog kopen". */
  readonly title: string;
  /** Drawn when it is opened, not before: it may ask for what it shows. It ends in a `NumberAccount`. */
  readonly account: () => ReactNode;
  /** The number, or the sentence that it stands in. */
  readonly children: ReactNode;
}

/**
 * A number that the model drew, or a sentence around one, opening to what it is made of. Every such number on a screen
 * stands in one of these (e2e/numbers.spec.ts walks them all); plain counts, dates and amounts that people wrote down do
 * not. So it goes on your own page:
 *
 *   <OpenNumber title={words.share} account={() => (
 *     <NumberAccount
 *       says={words.shareSays}                                     // one plain sentence, what it is and how sure
 *       events={lines}                                             // { key, what, when?, weight, link? }, heaviest first
 *       parameters={['kappaBenefit']} figures={[{ key, what, value }]}  // the engine's by name, your own in words
 *       sources={['design']} references={['Guadagni & Little 1983']} />  // the engine's by name, publications as printed
 *   )}>{formats.percent(share)}</OpenNumber>
 *
 * A number of one tie or one relation as a whole (closeness, rhythm, a block, ...) has its account ready: `MeasuredNumber`.
 * Numbers drawn together, as a table or an SVG, stand in an element with `data-numbers` that holds one number that opens.
 */
export function OpenNumber({ title, account, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.number}
        data-number={title}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen && (
        <Suspense>
          <NumberDialog title={title} account={account} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const NumberDialog = lazy(() =>
  import('./number-dialog.tsx').then(({ NumberDialog: loaded }) => ({ default: loaded })),
);

/** Fetched when a number is opened, like everything that stands behind one. */
export const NumberAccount = lazy(() =>
  import('./number-account.tsx').then(({ NumberAccount: loaded }) => ({ default: loaded })),
);
export const TieAccount = lazy(() =>
  import('./tie-account.tsx').then(({ TieAccount: loaded }) => ({ default: loaded })),
);
/** Beside events that are drawn elsewhere. */
export const Grounds = lazy(() => import('./grounds.tsx').then(({ Grounds: loaded }) => ({ default: loaded })));
