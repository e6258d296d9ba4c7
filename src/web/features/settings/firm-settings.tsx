import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { Closures } from '../../ui/closures.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { TimeZoneSelect } from '../../ui/time-zone-select.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './settings.module.css';

type Me = Awaited<ReturnType<typeof api.me.get>>;
type Change = Parameters<typeof api.firms.update>[0]['body'];

export function FirmSettings({ me }: { me: Me }) {
  const { settings, shell } = useWords();
  const { firm } = settings;
  const isOwner = me.user.role === 'owner';
  const [name, setName] = useState(me.firm.name);
  const [country, setCountry] = useState(me.firm.defaultCountry);
  const save = useAct({
    run: (body: Change) => api.firms.update({ ...nothing, body, headers: newKey() }),
    touches: [['me'], ['today'], ['parties'], ['party']],
    onDone: () => notifications.show({ message: shell.saved }),
  });
  const keepName = () => {
    const chosen = name.trim();
    if (chosen !== '' && chosen !== me.firm.name) save.mutate({ name: chosen });
  };
  const keepCountry = () => {
    const chosen = country.trim().toUpperCase();
    if (/^[A-Z]{2}$/.test(chosen) && chosen !== me.firm.defaultCountry) save.mutate({ defaultCountry: chosen });
    else setCountry(me.firm.defaultCountry);
  };
  return (
    <>
      {!isOwner && <p className="soft">{settings.ownerOnly}</p>}
      <div className={classes.form}>
        <TextInput
          label={firm.name}
          value={name}
          disabled={!isOwner}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={keepName}
        />
        <TimeZoneSelect
          label={firm.timeZone}
          description={firm.timeZoneHint}
          value={me.firm.timeZone}
          disabled={!isOwner}
          onChange={(timeZone) => save.mutate({ timeZone })}
        />
        <TextInput
          label={firm.country}
          value={country}
          maxLength={2}
          disabled={!isOwner}
          onChange={(event) => setCountry(event.currentTarget.value)}
          onBlur={keepCountry}
        />
      </div>
      <section className={classes.part} aria-label={firm.closures}>
        <h3>{firm.closures}</h3>
        <p className="soft">{firm.closuresHint}</p>
        <Closures closures={me.firm.closures} isLocked={!isOwner} onChange={(closures) => save.mutate({ closures })} />
      </section>
      {me.firm.isDemo && isOwner && <RemoveDemo />}
    </>
  );
}

function RemoveDemo() {
  const { settings } = useWords();
  const { firm } = settings;
  const [isAsking, setAsking] = useState(false);
  const remove = useAct({
    run: () => api.setup.removeDemo({ ...nothing, headers: newKey() }),
    touches: [[]],
    onDone: () => {
      setAsking(false);
      notifications.show({ message: firm.demoRemoved });
    },
  });
  return (
    <section className={classes.part} aria-label={firm.demo}>
      <p>{firm.demo}</p>
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {firm.demoRemove}
        </Button>
      </div>
      {isAsking && (
        <Confirm
          question={firm.demoRemove}
          text={firm.demoAsk}
          act={firm.demoRemove}
          isBusy={remove.isPending}
          onYes={() => remove.mutate()}
          onNo={() => setAsking(false)}
        />
      )}
    </section>
  );
}
