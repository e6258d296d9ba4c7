import { Button, PasswordInput, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { Hook } from '#contract/hooks.ts';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';

interface Props {
  readonly hook: Hook;
  readonly onChange: (body: { signature?: Hook['signature']; secret?: string }) => Promise<unknown>;
}

const kinds: readonly Hook['signature'][] = ['none', 'standard', 'shopify', 'woocommerce', 'stripe'];

/** How one knows that a message is theirs. */
export function HookSigning({ hook, onChange }: Props) {
  const { signing } = useHookWords();
  const [secret, setSecret] = useState('');
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (secret.length < 8) return;
    await onChange({ secret });
    setSecret('');
    notifications.show({ message: signing.kept });
  };
  return (
    <section className={classes.part} aria-labelledby="signing">
      <h2 id="signing">{signing.title}</h2>
      <form className={classes.signing} onSubmit={(event) => void keep(event)}>
        <Select
          label={signing.how}
          value={hook.signature}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: signing.kinds[value] ?? value }))}
          onChange={(chosen) => {
            const signature = kinds.find((kind) => kind === chosen);
            if (signature) void onChange({ signature });
          }}
        />
        {hook.signature !== 'none' && (
          <>
            <PasswordInput
              label={signing.secret}
              description={hook.hasSecret ? signing.has : signing.needed}
              inputWrapperOrder={['label', 'input', 'description']}
              value={secret}
              autoComplete="off"
              minLength={8}
              maxLength={500}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
            <div>
              <Button type="submit" variant="default" disabled={secret.length < 8}>
                {signing.keep}
              </Button>
            </div>
          </>
        )}
      </form>
    </section>
  );
}
