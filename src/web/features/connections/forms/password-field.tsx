import { PasswordInput } from '@mantine/core';
import { useConnectionWords } from '../../../ui/words-of/connections.ts';
import type { FieldsProps } from './kind-form.ts';

type Props = Pick<FieldsProps, 'password' | 'onPassword' | 'isMending' | 'problems'> & {
  readonly hint?: string;
  readonly label?: string;
};

export function PasswordField({ password, onPassword, isMending, problems, hint, label }: Props) {
  const { form } = useConnectionWords();
  return (
    <PasswordInput
      label={label ?? form.password}
      description={isMending ? form.passwordKept : hint}
      required={!isMending}
      withAsterisk={false}
      autoComplete="off"
      value={password}
      error={problems.password ?? problems.secret}
      onChange={(event) => onPassword(event.currentTarget.value)}
    />
  );
}
