import { useWords } from '../../ui/words.tsx';
import classes from './imports.module.css';

interface Props {
  readonly problems: readonly { readonly position: string; readonly problem: string }[];
}

export function Problems({ problems }: Props) {
  const { imports } = useWords();
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{imports.remaining}</h2>
      <ul className={classes.problems}>
        {problems.map(({ position, problem }) => (
          <li key={position}>
            <span className="soft">{position}</span> {sayProblem(problem, imports)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "code" or "code: detail". */
export function sayProblem(problem: string, imports: ReturnType<typeof useWords>['imports']): string {
  const [code = '', ...rest] = problem.split(': ');
  const detail = rest.length > 0 ? ` (${rest.join(': ')})` : '';
  return `${imports.problems[code] ?? imports.problemUnknown(code)}${detail}`;
}
