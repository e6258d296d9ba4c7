import { Radio } from '@mantine/core';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

interface Props {
  readonly found: readonly { readonly address: string; readonly count: number }[];
  readonly chosen: string | null;
  readonly onChange: (chosen: string) => void;
}

/** Which of them am I? In a chat everybody has a name, and no name says whose telephone it was. */
export function OwnName({ found, chosen, onChange }: Props) {
  const { formats } = useSpoken();
  const { imports } = useImportWords();
  const { preview } = imports;
  return (
    <Radio.Group value={chosen} onChange={onChange} label={preview.ownName} description={preview.ownNameHint}>
      <div className={classes.ticks}>
        {found.map(({ address, count }) => (
          <Radio
            key={address}
            value={address}
            label={address}
            description={preview.ownNameCount(formats.number(count), count === 1)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
