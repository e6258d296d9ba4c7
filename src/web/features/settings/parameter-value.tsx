import { NumberInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';
import classes from './settings.module.css';

interface Props {
  readonly name: string;
  readonly parameter: { readonly value: number; readonly shipped: number; readonly min: number; readonly max: number };
  readonly unit: string;
  /** What somebody tries, not saved yet. */
  readonly tried: number | undefined;
  /** Left out where only looking is allowed. */
  readonly onTry?: (value: number | null) => void;
}

/** A number of the model: shown, and for an owner to be tried. */
export function ParameterValue({ name, parameter, unit, tried, onTry }: Props) {
  const { formats } = useSpoken();
  const { tune } = useCheckWords();
  const [isOpen, setOpen] = useState(false);
  const { value, shipped, min, max } = parameter;
  const shown = tried ?? value;
  const written = (
    <>
      {formats.number(shown, 3)} <span className="soft">{unit}</span>
    </>
  );
  const origin = shown !== shipped && (
    <span className={`soft small ${classes.shipped}`}>{tune.shipped(formats.number(shipped, 3))}</span>
  );
  if (!onTry) {
    return (
      <>
        {written}
        {origin}
      </>
    );
  }
  if (!isOpen) {
    return (
      <>
        <UnstyledButton className={classes.tuned} onClick={() => setOpen(true)}>
          {written}
          <VisuallyHidden>{tune.change(name)}</VisuallyHidden>
        </UnstyledButton>
        {origin}
      </>
    );
  }
  return (
    <>
      <NumberInput
        aria-label={tune.change(name)}
        description={tune.range(formats.number(min, 3), formats.number(max, 3))}
        autoFocus
        size="xs"
        hideControls
        defaultValue={shown}
        min={min}
        max={max}
        decimalSeparator={formats.locale === 'nl' ? ',' : '.'}
        clampBehavior="blur"
        onBlur={(event) => {
          const typed = Number(event.currentTarget.value.replace(',', '.'));
          setOpen(false);
          if (event.currentTarget.value.trim() === '' || !Number.isFinite(typed)) return;
          const wanted = Math.min(max, Math.max(min, typed));
          onTry(wanted === value ? null : wanted);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      {origin}
    </>
  );
}
