import { useImportProblems } from '../../ui/words-of/import-problems.ts';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

interface Props {
  readonly problems: readonly { readonly position: string; readonly problem: string }[];
}

export function Problems({ problems }: Props) {
  const { imports } = useImportWords();
  const known = useImportProblems();
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{imports.remaining}</h2>
      <ul className={classes.problems}>
        {problems.map(({ position, problem }) => (
          <li key={position}>
            <span className="soft">{position}</span>{' '}
            {sayProblem(problem, { problems: known, problemUnknown: imports.problemUnknown })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "code" or "code: detail". */
interface Saying {
  readonly problems: Readonly<Record<string, string>>;
  readonly problemUnknown: (code: string) => string;
}

export function sayProblem(problem: string, { problems, problemUnknown }: Saying): string {
  const [code = '', ...rest] = problem.split(': ');
  const detail = rest.length > 0 ? ` (${rest.join(': ')})` : '';
  return `${problems[code] ?? problemUnknown(code)}${detail}`;
}
