import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { HouseRule, HouseTrigger } from '#contract/house-rules.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useWords } from '../../ui/words.tsx';
import { useHouseRuleWords } from '../../ui/words-of/house-rules.ts';
import classes from './settings.module.css';

export const ruleTouches = [['house-rules'], ['changes']];
const shippedDays = 3;

/** A rule that waits for something else is another rule: of one that stands only the rest is changed. */
export function HouseRuleForm({ rule, onClose }: { rule: HouseRule | null; onClose: () => void }) {
  const words = useWords();
  const rules = useHouseRuleWords();
  const { sayDone } = useUndoRecord();
  const users = useQuery(queries.users());
  const [trigger, setTrigger] = useState<HouseTrigger>(rule?.trigger ?? 'introduction');
  const [act, setAct] = useState(rule?.act ?? '');
  const [withinDays, setWithin] = useState(rule?.withinDays ?? shippedDays);
  const [assigneeId, setAssignee] = useState(rule?.assignee?.id ?? null);
  const save = useAct({
    run: () => {
      const body = { act: act.trim(), withinDays, assigneeId };
      if (rule === null) return api.houseRules.create({ ...nothing, body: { ...body, trigger }, headers: newKey() });
      const headers = { ...newKey(), ...ifMatch(rule.version) };
      return api.houseRules.update({ ...nothing, params: { houseRuleId: rule.id }, body, headers });
    },
    touches: ruleTouches,
    isQuiet: true,
    onDone: ({ id }) => {
      sayDone(rules.saved, id);
      onClose();
    },
  });
  const failure = save.isError ? describeFailure(save.error, words) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (act.trim() !== '') save.mutate();
  };
  const triggers = Object.entries(rules.triggers).map(([value, label]) => ({ value, label }));
  return (
    <form className={classes.form} onSubmit={send}>
      <Select
        label={rules.form.trigger}
        data={triggers}
        value={trigger}
        disabled={rule !== null}
        allowDeselect={false}
        onChange={(value) => value && setTrigger(value as HouseTrigger)}
      />
      <TextInput
        label={rules.form.act}
        placeholder={rules.form.actPlaceholder}
        maxLength={200}
        data-autofocus
        value={act}
        error={failure && (failure.fields['act'] ?? failure.sentence)}
        onChange={(event) => setAct(event.currentTarget.value)}
      />
      <NumberInput
        label={rules.form.within}
        min={0}
        max={365}
        allowDecimal={false}
        value={withinDays}
        onChange={(value) => setWithin(typeof value === 'number' ? value : shippedDays)}
      />
      <Select
        label={rules.form.assignee}
        placeholder={rules.form.withWhom}
        clearable
        data={(users.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={assigneeId}
        onChange={setAssignee}
      />
      <div className={classes.lineActs}>
        <Button type="submit" loading={save.isPending} disabled={act.trim() === ''}>
          {words.records.yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
