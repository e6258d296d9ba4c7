import { NativeSelect, TextInput, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { standingQueries } from '../../api/standing-queries.ts';
import { useKindName } from '../../ui/foundation/use-kind-name.ts';
import { useWords } from '../../ui/words.tsx';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import classes from './capture.module.css';

export interface ReasonSaid {
  readonly kind: string;
  readonly words: string;
}

interface Props {
  readonly reason: ReasonSaid | null;
  readonly onChange: (reason: ReasonSaid | null) => void;
}

/** Without a connection there are still those that every house has. */
const shipped = ['personal', 'brand', 'price'] as const;

/** Why they are with us, where they said so just now. */
export function ReasonChip({ reason, onChange }: Props) {
  const { capture } = useWords();
  const { words: inTheirWords } = useFoundationWords();
  const kinds = useQuery(standingQueries.kinds()).data?.items ?? [];
  const nameOf = useKindName(kinds);
  const own = kinds.flatMap(({ key, label }) => (label === null ? [] : [key]));
  const choices = [...shipped, ...own].map((key) => ({ value: key, label: nameOf(key) }));
  if (!reason) {
    return (
      <NativeSelect
        size="xs"
        aria-label={capture.addReason}
        className={classes.add}
        value=""
        data={[{ value: '', label: capture.addReason }, ...choices]}
        onChange={(event) => {
          const kind = event.currentTarget.value;
          if (kind !== '') onChange({ kind, words: '' });
        }}
      />
    );
  }
  return (
    <fieldset className={classes.promise}>
      <legend>{capture.reason}</legend>
      <NativeSelect
        size="xs"
        aria-label={capture.reason}
        value={reason.kind}
        data={choices}
        onChange={(event) => onChange({ ...reason, kind: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        className={classes.wide}
        aria-label={inTheirWords}
        placeholder={inTheirWords}
        maxLength={2000}
        value={reason.words}
        onChange={(event) => onChange({ ...reason, words: event.currentTarget.value })}
      />
      <UnstyledButton className={classes.remove} aria-label={capture.removeReason} onClick={() => onChange(null)}>
        <IconX size={15} aria-hidden="true" />
      </UnstyledButton>
    </fieldset>
  );
}
