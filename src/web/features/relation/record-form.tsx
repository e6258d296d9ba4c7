import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../ui/words.tsx';
import { Choice } from './choice.tsx';
import { benefitChoices, type MomentDraft, momentChoices, toInteraction, usuallyFromUs } from './new-moment.ts';
import { emptyPromise, PromiseFields, toPromise } from './promise-fields.tsx';
import classes from './timeline.module.css';

/** Closed it is one button; open it asks what, from whom, when, and whether anyone gained or promised something. */
export function RecordForm({ party }: { party: Party }) {
  const { relation } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div className="noPrint">
        <Button onClick={() => setOpen(true)}>{relation.record.open}</Button>
      </div>
    );
  }
  return <OpenForm party={party} onClose={() => setOpen(false)} />;
}

function OpenForm({ party, onClose }: { party: Party; onClose: () => void }) {
  const { relation, shell, errors } = useWords();
  const words = relation.record;
  const { data: me } = useQuery(queries.me());
  const people = peopleOf(party);
  const [draft, setDraft] = useState<MomentDraft>({
    choice: 'call',
    isFromUs: true,
    when: nowLocal(),
    text: '',
    gained: 'nobody',
    benefit: 'help',
    theirId: people[0]?.value ?? party.id,
  });
  const [promise, setPromise] = useState(emptyPromise);
  const [key] = useState(newKey);
  const isFuture = Date.parse(draft.when) > Date.now() + 60_000;
  const record = useAct({
    run: async () => {
      const body = toInteraction(draft, me?.user.partyId ?? me?.firm.partyId ?? null);
      if (!body) throw new Error('nobody of ours to have received it');
      await api.interactions.record({ ...nothing, body, headers: key });
      const promised = toPromise(promise, party.id);
      if (promised) await api.promises.create({ ...nothing, body: promised, headers: newKey() });
    },
    touches: [['party', party.id], ['tie'], ['parties'], ['today']],
    onDone: () => {
      notifications.show({ message: words.saved });
      onClose();
    },
  });
  const change = (part: Partial<MomentDraft>) => setDraft({ ...draft, ...part });
  const send = (event: FormEvent) => {
    event.preventDefault();
    record.mutate();
  };
  return (
    <form onSubmit={send} className={`${classes.record} noPrint`} aria-label={words.title}>
      <div className={classes.fields}>
        <Select
          label={words.what}
          value={draft.choice}
          allowDeselect={false}
          data={momentChoices.map((value) => ({ value, label: words[value] }))}
          onChange={(choice) => {
            const chosen = choice as MomentDraft['choice'];
            change({ choice: chosen, isFromUs: usuallyFromUs(chosen) });
          }}
        />
        <TextInput
          label={words.when}
          type="datetime-local"
          value={draft.when}
          required
          withAsterisk={false}
          error={isFuture ? errors.fields.future : null}
          onChange={(event) => change({ when: event.currentTarget.value })}
        />
        {people.length > 1 && (
          <Select
            label={words.withWhom}
            value={draft.theirId}
            allowDeselect={false}
            data={people}
            onChange={(theirId) => theirId && change({ theirId })}
          />
        )}
        <Choice
          label={words.direction}
          value={draft.isFromUs ? 'ours' : 'theirs'}
          options={{ ours: words.fromUs, theirs: words.fromThem }}
          onChange={(side) => change({ isFromUs: side === 'ours' })}
        />
        <Textarea
          className={classes.full}
          label={words.text}
          placeholder={words.textPlaceholder}
          autosize
          minRows={2}
          data-autofocus
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Choice
          label={words.benefit}
          value={draft.gained}
          options={{ nobody: words.benefitNone, theirs: words.benefitTheirs, ours: words.benefitOurs }}
          onChange={(gained) => change({ gained })}
        />
        {draft.gained !== 'nobody' && (
          <Select
            label={words.benefitKind}
            value={draft.benefit}
            allowDeselect={false}
            data={benefitChoices.map((value) => ({ value, label: relation.benefits[value] ?? value }))}
            onChange={(benefit) => change({ benefit: benefit as MomentDraft['benefit'] })}
          />
        )}
        <PromiseFields value={promise} onChange={setPromise} />
      </div>
      <div className={classes.acts}>
        <Button type="submit" loading={record.isPending} disabled={isFuture}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}

/** With an organisation: the people of it that we know, else the organisation itself. */
function peopleOf(party: Party): { value: string; label: string }[] {
  const byId = new Map([
    [party.id, party.name],
    ...party.strands.map(({ theirs }) => [theirs.id, theirs.name] as const),
  ]);
  if (party.kind === 'person') return [{ value: party.id, label: party.name }];
  return [...byId].map(([value, label]) => ({ value, label }));
}

function nowLocal(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
