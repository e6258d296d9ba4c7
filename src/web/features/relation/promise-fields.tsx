import { TextInput } from '@mantine/core';
import { useWords } from '../../ui/words.tsx';
import { Choice } from './choice.tsx';

export interface PromiseDraft {
  readonly by: 'nobody' | 'ours' | 'theirs';
  readonly text: string;
  /** A calendar day. */
  readonly due: string;
}

export const emptyPromise: PromiseDraft = { by: 'nobody', text: '', due: '' };

export function toPromise({ by, text, due }: PromiseDraft, partyId: string) {
  if (by === 'nobody' || text.trim() === '' || due === '') return null;
  // Due by the end of that working day.
  return { partyId, owedBy: by, text: text.trim(), dueAt: new Date(`${due}T17:00`).toISOString() };
}

interface Props {
  readonly value: PromiseDraft;
  readonly onChange: (value: PromiseDraft) => void;
}

export function PromiseFields({ value, onChange }: Props) {
  const words = useWords().relation.record;
  return (
    <>
      <Choice
        label={words.promise}
        value={value.by}
        options={{ nobody: words.promiseNone, ours: words.promiseOurs, theirs: words.promiseTheirs }}
        onChange={(by) => onChange({ ...value, by })}
      />
      {value.by !== 'nobody' && (
        <>
          <TextInput
            label={words.promiseText}
            required
            withAsterisk={false}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
          />
          <TextInput
            label={words.promiseDue}
            type="date"
            required
            withAsterisk={false}
            value={value.due}
            onChange={(event) => onChange({ ...value, due: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
