import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import classes from './facts.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly isLong?: boolean;
  readonly inputType?: 'text' | 'date';
  /** What is wrong with it, or null when it was saved. */
  readonly onSave: (text: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Text where it stands: Enter or leaving it saves, Escape leaves it as it was. */
export function TextEditor({ label, value, placeholder, isLong = false, inputType = 'text', onSave, onClose }: Props) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const isDone = useRef(false);
  // What came in meanwhile is no change of whoever stands in this field.
  const { current: entered } = useRef(value);
  const save = async () => {
    if (isDone.current) return;
    if (text.trim() === entered.trim()) return onClose();
    isDone.current = true;
    const wrong = await onSave(text.trim());
    isDone.current = wrong === null;
    if (wrong === null) onClose();
    else setError(wrong);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      isDone.current = true;
      onClose();
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  const shared = {
    'aria-label': label,
    value: text,
    placeholder: placeholder ?? '',
    error,
    autoFocus: true,
    className: classes.editor,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onBlur: () => void save(),
    onKeyDown,
  };
  return isLong ? (
    <Textarea {...shared} autosize minRows={2} maxRows={16} />
  ) : (
    <TextInput {...shared} type={inputType} />
  );
}
