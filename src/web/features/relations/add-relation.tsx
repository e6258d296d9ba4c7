import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PartySelect } from '../../ui/party-select.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './add-relation.module.css';

interface Props {
  readonly onClose: () => void;
  readonly onAdded: (partyId: string) => void;
}

type Kind = 'person' | 'organisation';

export function AddRelation({ onClose, onAdded }: Props) {
  const words = useWords();
  const { relations, errors } = words;
  const [kind, setKind] = useState<Kind>('person');
  const [name, setName] = useState('');
  const [mail, setMail] = useState('');
  const [phone, setPhone] = useState('');
  const [employerId, setEmployerId] = useState<string | null>(null);
  const [key] = useState(newKey);
  const navigate = useNavigate();
  const add = useAct({
    run: (_: { more: boolean }) => {
      const identities = [
        ...(mail.trim() ? [{ kind: 'mail' as const, value: mail.trim() }] : []),
        ...(phone.trim() ? [{ kind: 'phone' as const, value: phone.trim() }] : []),
      ];
      const organisationId = kind === 'person' ? employerId : null;
      const body = { kind, name: name.trim(), identities, organisationId };
      return api.parties.create({ ...nothing, body, headers: key });
    },
    touches: [['parties'], ['me'], ['triage']],
    isQuiet: true,
    onDone: (party, { more }) => {
      notifications.show({ message: relations.added(party.name) });
      if (!more) return onAdded(party.id);
      onClose();
      void navigate({ to: '/relations/$partyId', params: { partyId: party.id }, search: { tab: 'about' } });
    },
  });
  const failure = add.isError ? describeFailure(add.error, words) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ more: false });
  };
  return (
    <Dialog title={relations.add} onClose={onClose}>
      <form onSubmit={send} className={classes.form}>
        <SegmentedControl
          aria-label={relations.addKind}
          value={kind}
          onChange={(chosen) => setKind(chosen as Kind)}
          data={[
            { value: 'person', label: relations.person },
            { value: 'organisation', label: relations.organisation },
          ]}
        />
        <TextInput
          label={relations.addName}
          required
          withAsterisk={false}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={relations.addMail}
          type="email"
          value={mail}
          onChange={(event) => setMail(event.currentTarget.value)}
          error={failure?.code === 'identity-taken' ? failure.sentence : null}
        />
        <TextInput
          label={relations.addPhone}
          type="tel"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        {kind === 'person' && (
          <PartySelect label={relations.addEmployer} value={employerId} onChange={setEmployerId} isLabelShown />
        )}
        {failure && failure.code !== 'identity-taken' && (
          <p role="alert" className={classes.failure}>
            {failure.sentence}
          </p>
        )}
        <Button type="submit" loading={add.isPending} disabled={name.trim() === ''} title={errors.fields.required}>
          {relations.add}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={name.trim() === '' || add.isPending}
          onClick={() => add.mutate({ more: true })}
        >
          {relations.addMore}
        </Button>
      </form>
    </Dialog>
  );
}
