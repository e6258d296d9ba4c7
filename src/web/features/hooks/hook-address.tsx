import { Button, CopyButton, TextInput } from '@mantine/core';
import type { Hook } from '#contract/hooks.ts';
import { useWords } from '../../ui/words.tsx';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';

interface Props {
  readonly hook: Hook;
  readonly onRenew: () => void;
  readonly isRenewing: boolean;
}

/** The secret address, to copy; another one when it leaked. */
export function HookAddress({ hook, onRenew, isRenewing }: Props) {
  const { shell } = useWords();
  const hooks = useHookWords();
  return (
    <div className={classes.address}>
      {hook.url === null ? (
        <p>{hooks.address.lost}</p>
      ) : (
        <TextInput
          label={hooks.address.title}
          readOnly
          value={hook.url}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <div className={classes.acts}>
        {hook.url !== null && (
          <CopyButton value={hook.url}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {copied ? shell.copied : shell.copy}
              </Button>
            )}
          </CopyButton>
        )}
        <Button size="xs" variant="default" onClick={onRenew} loading={isRenewing}>
          {hooks.address.renew}
        </Button>
      </div>
      <p className="soft small">{hooks.address.secret}</p>
    </div>
  );
}
