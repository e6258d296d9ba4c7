/** One's own drop address, where the house takes in mail for it. */
import { Button, CopyButton, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import classes from './connections.module.css';

const dropAddress = () => queryOptions({ queryKey: ['drop-address'], queryFn: () => api.dropAddresses.get(nothing) });
const touches = [['drop-address'], ['connections'], ['changes']];

export function DropAddress() {
  const { words, formats } = useSpoken();
  const { dropAddress: said } = useConnectionWords();
  const asked = useQuery(dropAddress());
  const renew = useAct({
    run: () => api.dropAddresses.renew({ ...nothing, headers: newKey() }),
    touches,
    onDone: () => asked.data?.address && notifications.show({ message: said.renewed }),
  });
  const stop = useAct({
    run: () => api.dropAddresses.remove({ ...nothing, headers: newKey() }),
    touches,
    onDone: () => notifications.show({ message: said.stopped }),
  });
  if (!asked.data?.isOffered) return null;
  const { address, heardAt } = asked.data;
  return (
    <section className={classes.drop} aria-labelledby="drop">
      <h2 id="drop">{said.title}</h2>
      <p className="soft">{said.lead}</p>
      {address === null ? (
        <div>
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {said.make}
          </Button>
        </div>
      ) : (
        <>
          <TextInput label={said.label} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
          <p className="soft small">
            {said.secret} {heardAt ? said.heard(formats.dateTime(heardAt)) : said.silent}.
          </p>
          <div className={classes.dropActs}>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button size="xs" onClick={copy}>
                  {copied ? words.shell.copied : words.shell.copy}
                </Button>
              )}
            </CopyButton>
            <Button size="xs" variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
              {said.renew}
            </Button>
            <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
              {said.stop}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
