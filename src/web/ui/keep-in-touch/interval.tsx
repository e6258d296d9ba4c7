import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useSpoken } from '../words.tsx';

/** Empty is the own rhythm. */
export function Interval({
  everyDays,
  onChange,
}: {
  everyDays: number | null;
  onChange: (days: number | null) => void;
}) {
  const { touch } = useSpoken().words.notifications;
  const [days, setDays] = useState<number | ''>(everyDays ?? '');
  const keep = () => {
    const chosen = days === '' ? null : days;
    if (chosen !== everyDays) onChange(chosen);
  };
  return (
    <NumberInput
      size="xs"
      w={170}
      aria-label={touch.ownInterval}
      placeholder={touch.ownInterval}
      min={1}
      max={3650}
      allowDecimal={false}
      clampBehavior="strict"
      hideControls
      value={days}
      onChange={(value) => setDays(value === '' ? '' : Number(value))}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
