import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

/** How mail gets out of the usual programs. */
export function HowTo({ isOpen }: { isOpen: boolean }) {
  const { imports } = useImportWords();
  return (
    <details className={classes.how} open={isOpen}>
      <summary>{imports.howTitle}</summary>
      <dl>
        {Object.values(imports.how).map(([name, way]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="soft">{way}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
