import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BenefitKindLine } from '#contract/benefits.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './settings.module.css';
import { useUndoable } from './use-word-acts.ts';

interface Props {
  /** Null: a new one of one's own. */
  readonly kind: BenefitKindLine | null;
  readonly onClose: () => void;
}

export function BenefitKindForm({ kind, onClose }: Props) {
  const { words, locale } = useSpoken();
  const { kinds } = useGiveAndTakeWords();
  const [name, setName] = useState(kind?.name ?? '');
  const [weight, setWeight] = useState<number | string>(kind?.weight ?? 1);
  const [ground, setGround] = useState(kind?.ground ?? '');
  const called = kind ? (kind.name ?? words.relation.benefits[kind.key] ?? kind.key) : name.trim();
  const save = useUndoable({
    run: ({ weight }: { weight: number | null }) => {
      const said = { ground: ground.trim() || null };
      if (!kind) {
        const body = { name: name.trim(), weight: weight ?? 1, ...said };
        return api.benefitKinds.create({ ...nothing, body, headers: newKey() }).then(({ id }) => ids.push(id));
      }
      const body = { ...said, weight, ...(kind.isShipped ? {} : { name: name.trim() }) };
      const headers = { ...newKey(), ...ifMatch(kind.version) };
      return api.benefitKinds.update({ ...nothing, params: { benefitKindId: kind.id }, body, headers });
    },
    recordOf: () => kind?.id ?? ids.at(-1) ?? '',
    say: () => {
      onClose();
      return kind ? kinds.changed(called) : kinds.made(called);
    },
  });
  const [ids] = useState<string[]>([]);
  const isWhole = typeof weight === 'number' && (kind?.isShipped || name.trim() !== '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typeof weight === 'number' && isWhole) save.mutate({ weight });
  };
  return (
    <form className={classes.form} onSubmit={send}>
      {!kind?.isShipped && (
        <TextInput
          label={kinds.name}
          value={name}
          maxLength={60}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <NumberInput
        label={kind ? `${called}: ${kinds.weight.toLowerCase()}` : kinds.weight}
        value={weight}
        min={0}
        max={10}
        step={0.25}
        decimalScale={2}
        decimalSeparator={locale === 'nl' ? ',' : '.'}
        onChange={setWeight}
      />
      <TextInput
        label={kinds.why}
        value={ground}
        maxLength={500}
        onChange={(event) => setGround(event.currentTarget.value)}
      />
      <div className={classes.lineActs}>
        <Button type="submit" loading={save.isPending} disabled={!isWhole}>
          {kinds.keep}
        </Button>
        {kind?.shipped && kind.since && (
          <Button variant="default" disabled={save.isPending} onClick={() => save.mutate({ weight: null })}>
            {kinds.shipped}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
