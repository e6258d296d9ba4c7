import { useWords } from '../../ui/words.tsx';
import classes from './today.module.css';

/** A good day: nothing to do. */
export function EmptyDay() {
  const { today } = useWords();
  return (
    <div className={classes.empty}>
      <Kettle />
      <p className={classes.smile}>{today.empty}</p>
      <p className="soft">{today.emptyMore}</p>
    </div>
  );
}

/** A cup that steams in four colours: each line a petal's. */
function Kettle() {
  return (
    <svg
      width={96}
      height={96}
      viewBox="0 0 96 96"
      fill="none"
      aria-hidden="true"
      strokeLinecap="round"
      strokeWidth={2.2}
    >
      <path d="M22 46h44v16a18 18 0 0 1-18 18h-8a18 18 0 0 1-18-18z" stroke="var(--ink)" strokeLinejoin="round" />
      <path d="M66 51h5a8 8 0 0 1 0 16h-6" stroke="var(--ink)" />
      <path d="M16 86h56" stroke="var(--line-strong)" />
      <path d="M31 36c-3-5 3-8 0-13" stroke="var(--petal-trust)" />
      <path d="M40 36c-3-6 3-10 0-17" stroke="var(--petal-reciprocity)" />
      <path d="M49 36c-3-6 3-10 0-17" stroke="var(--petal-intensity)" />
      <path d="M58 36c-3-5 3-8 0-13" stroke="var(--petal-time)" />
    </svg>
  );
}
