import { Select } from '@mantine/core';
import type { ImportRun } from '#contract/imports.ts';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

interface Props {
  readonly columns: NonNullable<NonNullable<ImportRun['preview']>['columns']>;
  readonly onChange: (columns: Record<string, string>) => void;
}

/** Which column holds what, to be put right by who knows. */
export function Columns({ columns, onChange }: Props) {
  const { columns: words } = useImportWords().imports;
  const { headings, names, chosen } = columns;
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{words.title}</h2>
      <p className="soft">{words.lead}</p>
      <div className={classes.columns}>
        {names.map((name) => (
          <Select
            key={name}
            label={words.names[name] ?? name}
            placeholder={words.none}
            clearable
            searchable
            value={chosen[name] || null}
            data={[...new Set(headings.filter((heading) => heading !== ''))]}
            onChange={(heading) => onChange({ ...chosen, [name]: heading ?? '' })}
          />
        ))}
      </div>
    </section>
  );
}
